"""Saving what the forms of the board hand back: a new row, or what differs from the stored one."""

from collections.abc import Mapping

from tracker.board.starting import GoalStart, find_draft
from tracker.problems import N_
from tracker.register.preparing import FormStart
from tracker.registration import Saved, correct, save
from tracker.validation.checking import check_column
from tracker.workspace import Workspace

Draft = Mapping[str, str]


def save_row(workspace: Workspace, start: FormStart, draft: Draft, reason: str = "") -> Saved:
    """Save the draft of a form: as a new row, or as a correction of the one it started from.

    Raises:
        DataError: the row is wrong, or there already; nothing is saved.
    """
    whole = {**start.stored, **draft}
    if not start.is_correction:
        return save(workspace, start.kind, {name: text for name, text in whole.items() if text})
    key = {name: start.stored[name] for name in start.kind.key}
    return correct(workspace, start.kind, key, _different(start, draft), reason)


def save_activity(workspace: Workspace, start: GoalStart, draft: Draft) -> Saved:
    """Save that an activity is done; one that was planned in the store is filled in.

    Raises:
        DataError: the row is wrong, or it was done already; nothing is saved.
    """
    key = {"mål": start.stored["mål"], "benämning": draft["benämning"], "senast": draft["senast"]}
    planned = find_draft(workspace, start.kind.name, key) if draft["senast"] else {}
    if planned and not planned["genomförd"]:
        return correct(workspace, start.kind, key, {"genomförd": draft["genomförd"]})
    return save_row(workspace, start, draft)


def saved_words(start: FormStart, saved: Saved, draft: Draft) -> str:
    """What was saved, in a line."""
    language = start.context.language
    if saved.change_id is None:
        return language.text("Nothing differed, so nothing was changed.")
    what = named(start, draft)
    return language.text(N_("Saved: {what}. ctrl+z undoes."), what=what)


def replaces(start: FormStart, draft: Draft) -> bool:
    """Whether a draft puts something else where something stood; then it is to be said why."""
    if not start.is_correction:
        return False
    return any(start.stored.get(name) for name in _different(start, draft))


def named(start: FormStart, draft: Draft) -> str:
    """What a row is about: the intervention, the money, the goal or the activity."""
    whole = {**start.stored, **draft}
    if isinstance(start, GoalStart) and start.goal is not None:
        return draft.get("benämning") or start.goal.text
    if start.kind.name == "insatser":
        return whole["namn"]
    shown = (said(start, name, whole) for name in ("slag", "insats", "benämning", "år"))
    return ", ".join(filter(None, shown))


def said(start: FormStart, name: str, whole: Draft) -> str:
    """A column in words."""
    column = start.kind.by_name[name]
    return check_column(start.kind, column, whole.get(name, ""), start.context).shown


def _different(start: FormStart, draft: Draft) -> dict[str, str]:
    return {name: text for name, text in draft.items() if text != start.stored.get(name, "")}
