"""`tracker check` and `tracker check accept`: data quality."""

import json
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.status import JsonOption, width
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.quality import Finding
    from tracker.wording import Language

CHECK_HELP = N_(
    "Data quality: what looks wrong, in which rows, and what to do about it. The exit code is 1 "
    "while there are errors that nobody has accepted.\n\nExample: tracker check"
)
ACCEPT_HELP = N_(
    "Accept what a check found, with a reason that follows the figures; new rows raise it "
    "again.\n\n"
    'Example: tracker check accept plansummor --reason "Printed so in the plan"'
)
INDENT = " " * 5
MOST_ROWS = 5
"""Rows that are named below a finding; JSON has them all."""

app = typer.Typer(name="check", rich_markup_mode=None, help=CHECK_HELP)


@app.callback(invoke_without_command=True)
def check(context: typer.Context, as_json: JsonOption = False) -> None:
    """Print what the checks find (CHECK_HELP is what the user reads)."""
    if context.invoked_subcommand is not None:
        return
    from tracker.quality import findings
    from tracker.quality.document import to_document

    workspace = context.obj.open()
    try:
        found = findings(workspace)
        if as_json:
            document = to_document(found, workspace.language)
            typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(check_lines(found, workspace.language, width())))
    finally:
        workspace.close()
    if any(each.is_unaccepted_error for each in found):
        raise typer.Exit(1)


@app.command("accept", help=ACCEPT_HELP)
def accept(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="CHECK", help=N_("Name of the check, as it is listed."))
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=N_("Why it is as it should be."))
    ],
) -> None:
    """Accept a finding (ACCEPT_HELP is what the user reads)."""
    from tracker.quality import accept as accept_finding

    workspace = context.obj.open()
    try:
        accepted = accept_finding(workspace, name, reason)
        said = workspace.language.plural(
            "Accepted for {number} row: {check}",
            "Accepted for {number} rows: {check}",
            accepted.count,
            check=accepted.check,
        )
        typer.echo(said)
    finally:
        workspace.close()


def check_lines(found: "Sequence[Finding]", language: "Language", columns: int) -> Iterable[str]:
    """The findings as text: name, guidance, the first rows, who accepted it."""
    from tracker.quality.words import summary

    yield " · ".join([language.text("Data quality"), summary(language, found)])
    for each in found:
        yield ""
        yield from _finding_lines(each, language, columns)


def _finding_lines(finding: "Finding", language: "Language", columns: int) -> Iterable[str]:
    from tracker.quality.words import SIGNS, acceptance, guidance, row_text, severity, title

    sign = "✓" if finding.accepted else SIGNS[finding.check.severity]
    number = language.number(finding.count)
    yield f" {sign} {severity(language, finding)}: {title(language, finding)} ({number})"
    yield f"{INDENT}{finding.check.name}"
    said = [acceptance(language, finding) or guidance(language, finding)]
    said += [row_text(row) for row in finding.rows[:MOST_ROWS]]
    more = finding.count - MOST_ROWS
    if more > 0:
        said.append(language.plural("and {number} more", "and {number} more", more))
    for text in said:
        yield from wrap(text, columns, initial_indent=INDENT, subsequent_indent=INDENT)
