"""`tracker doctor`: how the store is, and what to do about it."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from tracker.cli.status import JsonOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.keeping import Finding
    from tracker.wording import Language

DOCTOR_HELP = N_(
    "Look at the store: whether it is sound, of which version, where it lies, who is responsible "
    "for the rows, when it was last backed up. The exit code is 1 when something is wrong.\n\n"
    "Example: tracker doctor"
)
SIGNS = {"ok": "✓", "advice": "!", "wrong": "✗"}
WORDS = {"ok": N_("in order"), "advice": N_("advice"), "wrong": N_("wrong")}


def doctor(context: typer.Context, as_json: JsonOption = False) -> None:
    """Look at the store (DOCTOR_HELP is what the user reads)."""
    from tracker.keeping import look_at

    options = context.obj
    found = look_at(options.where, options.today)
    if as_json:
        document = {"store": options.where, "findings": list(_documents(found, options.language))}
        typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        store = options.language.text("Store")
        typer.echo(f"{store}: {options.where}")
        typer.echo("\n".join(_lines(found, options.language)))
    if any(each.state == "wrong" for each in found):
        raise typer.Exit(1)


def _lines(found: "Sequence[Finding]", language: "Language") -> Iterable[str]:
    for each in found:
        words = language.text(WORDS[each.state])
        yield f"{SIGNS[each.state]} {words}: {language.text(each.message, **each.params)}"
        if each.advice:
            yield f"    {language.text(each.advice)}"


def _documents(found: "Sequence[Finding]", language: "Language") -> Iterable[dict[str, object]]:
    for each in found:
        yield {
            "name": each.name,
            "state": each.state,
            "message": language.text(each.message, **each.params),
            "advice": language.text(each.advice) if each.advice else "",
            **({"values": each.params} if each.params else {}),
        }
