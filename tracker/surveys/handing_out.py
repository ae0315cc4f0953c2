"""How many forms were handed out (*utskick*): entered, or corrected where it stands already."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.existing import find_row
from db.tables import Mailing
from tracker.problems import N_
from tracker.register.preparing import FormStart
from tracker.registration import Saved, correct, save
from tracker.registration.writing import Writing, identity, reading
from tracker.surveys.rounds import RoundLine, round_lines, which_one
from tracker.validation.checking import Draft, check_row, written
from tracker.validation.surveys import MAILINGS
from tracker.wording import Language
from tracker.workspace import Workspace

MAILING_ORDER = ("omgång", "grupp", "insats", "datum", "antal")
KEY = MAILINGS.key
Place = tuple[str, ...]
"""Round, group and intervention in file form."""


@dataclass(frozen=True)
class MailingStart(FormStart):
    """What the form for forms handed out needs to know."""

    standing: Mapping[Place, int] = field(default_factory=dict)
    """How many were handed out, where that is known already."""

    def replaces(self, draft: Draft) -> bool:
        """Whether a draft puts something else where something stands; then it is to be said why."""
        place = tuple(draft.get(name, "") for name in KEY)
        if place not in self.standing:
            return False
        is_opened = all(draft.get(name, "") == self.draft.get(name, "") for name in KEY)
        moves = is_opened and draft.get("datum", "") != self.draft.get("datum", "")
        return moves or draft["antal"] != str(self.standing[place])


def mailing_start(workspace: Workspace, line: RoundLine | None) -> MailingStart:
    """What was handed out, filled in as in a line of the rounds; what stands is shown.

    The day that is proposed is that of the first answer where there is one: today may belong to
    another year, and then the response rate of the round would have nothing to be a share of.
    """
    lines = round_lines(workspace)
    standing: dict[Place, int] = {
        (each.round, each.group, each.insats or ""): each.handed_out
        for each in lines
        if each.handed_out is not None and not each.is_sum
    }
    with reading(workspace) as opened:
        day = (line and line.day) or workspace.today
        draft = {"datum": day.isoformat()}
        if line is not None:
            draft |= {"omgång": line.round, "grupp": line.group, "insats": line.insats or ""}
            draft |= {} if line.is_sum else _stored(opened, draft)
        return MailingStart(
            context=opened.context,
            columns=MAILING_ORDER,
            asked=frozenset(MAILING_ORDER),
            draft=draft,
            kind=MAILINGS,
            form="mailing",
            note=which_one(workspace.language, line),
            standing=standing,
        )


def set_mailing(workspace: Workspace, draft: Draft, reason: str = "") -> Saved:
    """Save how many forms were handed out, or correct it where it stands already.

    Raises:
        DataError: something is missing or wrong; nothing is saved.
    """
    with reading(workspace) as opened:
        is_there = bool(_stored(opened, draft))
    given = {name: text for name, text in draft.items() if text}
    if not is_there:
        return save(workspace, MAILINGS, given)
    key = {name: given[name] for name in KEY if name in given}
    changed = {name: draft[name] for name in ("datum", "antal")}
    return correct(workspace, MAILINGS, key, changed, reason)


def saved_mailing(language: Language, saved: Saved, draft: Draft) -> str:
    """What came of it."""
    if saved.change_id is None:
        return language.text("Nothing differed, so nothing was changed.")
    return language.text(
        N_("Saved: {number} forms handed out in {round}. ctrl+z undoes."),
        number=draft["antal"],
        round=draft["omgång"],
    )


def _stored(opened: Writing, draft: Draft) -> dict[str, str]:
    """What stands of a round, group and intervention, in file form; empty where nothing does."""
    named = {name: draft.get(name, "") for name in KEY}
    checked = check_row(MAILINGS, named, opened.context)
    if any(problem.column in KEY for problem in checked.problems):
        return {}
    row = find_row(opened.session, Mailing, identity(MAILINGS, opened, checked.values))
    if row is None:
        return {}
    columns = (MAILINGS.by_name[name] for name in ("datum", "antal"))
    return {each.name: written(each, row, opened.context) for each in columns}
