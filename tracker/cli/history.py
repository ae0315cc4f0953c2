"""`tracker undo` and `tracker history`: taking back, and the audit trail."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.registration import Detail, HistoryLine
    from tracker.wording import Language

UNDO_HELP = N_(
    "Take back your last change; an import is one change.\n\n"
    "It is refused, naming the row, if another change came after.\n\nExample: tracker undo"
)
HISTORY_HELP = N_(
    "What was changed, when and by whom, newest first.\n\nExample: tracker history --of K-052"
)


def undo(context: typer.Context) -> None:
    """Take back the last change (UNDO_HELP is what the user reads)."""
    from tracker.registration import undo as take_back
    from tracker.wording.changes import change_label

    workspace = context.obj.open()
    try:
        taken = take_back(workspace)
        typer.echo(taken.subject)
        what = change_label(workspace.language, taken.kind)
        typer.echo(workspace.language.text("Taken back: {what}.", what=what), err=True)
    finally:
        workspace.close()


def history(
    context: typer.Context,
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="ID",
            help=N_("An intervention, a running number, or both: “krus K-052”."),
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=N_("How many at most."))] = 50,
    as_json: Annotated[
        bool, typer.Option("--json", help=N_("Print JSON for other programs."))
    ] = False,
) -> None:
    """Print the audit trail (HISTORY_HELP is what the user reads)."""
    from tracker.registration import details
    from tracker.registration import history as read_history

    workspace = context.obj.open()
    try:
        lines = read_history(workspace, of, limit)
        found = {line.change_id: details(workspace, line.change_id, of) for line in lines if of}
        if as_json:
            document = [_document(line, found) for line in lines]
            typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
        for line in [] if as_json else lines:
            typer.echo(_line(workspace.language, line))
            if line.reason:
                typer.echo(_reason(workspace.language, line.reason))
            for each in found.get(line.change_id, []):
                typer.echo(_detail(each))
        if not lines and not as_json:
            typer.echo(workspace.language.text("No changes."), err=True)
    finally:
        workspace.close()


def _document(line: "HistoryLine", found: dict[int, list["Detail"]]) -> dict[str, object]:
    known: dict[str, object] = {
        "change": line.change_id,
        "at": line.at.isoformat(),
        "by": line.by,
        "kind": line.kind,
        "subject": line.subject,
        "rows": line.rows,
        "undone": line.undone,
        "reason": line.reason,
    }
    if line.change_id in found:
        known["details"] = [vars(each) for each in found[line.change_id]]
    return known


def _detail(each: "Detail") -> str:
    column = f" {each.column}" if each.column else ""
    return f"{'':7}{each.row}{column}: {each.before or '–'} → {each.after or '–'}"


def _reason(language: "Language", reason: str) -> str:
    said = language.text("Why: {reason}", reason=reason)
    return f"{'':7}{said}"


def _line(language: "Language", line: "HistoryLine") -> str:
    from tracker.wording.changes import change_text, moment

    what = change_text(language, line.kind, line.subject, line.rows, undone=line.undone)
    return f"{line.change_id:>5}  {moment(line.at)}  {line.by}  {what}"
