"""The work list as its screen shows it: each line in words, ready to be narrowed by typing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from db.tallies.board import interventions
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.wording import Language
from tracker.worklist.ahead import next_item
from tracker.worklist.making import count_older, due
from tracker.worklist.model import Kind, WorkItem
from tracker.worklist.words import (
    SIGNS,
    beside,
    happens_on,
    latest,
    since,
    summary,
    what,
    when,
    who,
)
from tracker.workspace import Workspace

KIND_WORDS: Mapping[Kind, str] = {
    "follow_up": N_("follow-up"),
    "exit": N_("exit"),
    "outcome": N_("outcome"),
    "survey": N_("survey"),
    "delivery": N_("delivery"),
}
"""What can be typed to see one kind alone."""


@dataclass(frozen=True)
class WorkLine:
    """One thing to do, in the reader's words."""

    item: WorkItem
    sign: str
    when: str
    what: str
    insats: str
    """Short id of the intervention; empty where it is about none."""
    place: str
    """Its name."""
    who: str
    since: str
    latest: str
    found_by: str = ""
    """Everything that it can be found by, in lower case, a blank before each word."""

    @property
    def sentence(self) -> str:
        """Everything in one line."""
        named = " ".join(part for part in (self.place, self.who) if part)
        parts = (named, self.what, self.when, self.since, self.latest)
        return " · ".join(part for part in parts if part and part != "–")


@dataclass(frozen=True)
class WorkView:
    """All that the screen shows."""

    lines: tuple[WorkLine, ...]
    stopped: tuple[WorkLine, ...]
    """Follow-ups that nothing reminds of any more, the latest first."""
    summary: str
    beside: tuple[str, ...]
    """What the list leaves out."""
    empty: str
    """What to say where there is nothing to do; empty where there is."""


def view(workspace: Workspace) -> WorkView:
    """The work list of today in words.

    Raises:
        StoreBusyError: the store cannot be reached now.
    """
    language = workspace.language
    found = due(workspace)
    with store_sentences(), workspace.store.read() as session:
        names = {row.key: row.name for row in interventions(session, workspace.association.id)}
    lines = tuple(_line(language, item, names) for item in found.items)
    return WorkView(
        lines,
        tuple(_line(language, item, names) for item in found.stopped),
        summary(language, found),
        tuple(beside(language, found, count_older(workspace))),
        "" if lines else _empty(workspace, names),
    )


def matching(lines: Iterable[WorkLine], typed: str) -> list[WorkLine]:
    """The lines that have a word beginning with each typed one; after a hyphen counts too."""
    words = typed.casefold().split()
    return [line for line in lines if all(_has(line.found_by, word) for word in words)]


def _has(text: str, word: str) -> bool:
    return f" {word}" in text or f"-{word}" in text


def _line(language: Language, item: WorkItem, names: Mapping[str, str]) -> WorkLine:
    key = item.insats or ""
    line = WorkLine(
        item,
        SIGNS.get(item.state, ""),
        when(language, item),
        what(language, item),
        key,
        names.get(key, key),
        who(item),
        since(language, item),
        latest(language, item),
    )
    said = (line.sentence, key, language.text(KIND_WORDS[item.kind]))
    return replace(line, found_by=" ".join(("", *said)).casefold())


def _empty(workspace: Workspace, names: Mapping[str, str]) -> str:
    language, coming = workspace.language, next_item(workspace)
    nothing = language.text("Nothing to do right now.")
    if coming is None or coming.due is None:
        return nothing
    line = _line(language, coming, names)
    return "\n\n".join(
        [
            nothing,
            language.text(
                "Next: {what}, {whom}, {when} ({day}).",
                what=happens_on(language, coming),
                whom=f"{line.place} {line.who}",
                when=line.when,
                day=language.day(coming.due),
            ),
        ]
    )
