"""What is special about episodes in files: misregistrations, follow-ups that point to them."""

from collections.abc import Sequence

from sqlmodel import Session

from db.codes import ExitReason
from db.rows_by_key import chunks
from tracker.transfer.file_rows import FileRows, Place
from tracker.validation.context import Context, EpisodeRef
from tracker.validation.kinds import KINDS
from tracker.validation.loading import load_episodes
from tracker.validation.participants import EXIT_COLUMNS
from tracker.validation.rules import RULES
from tracker.workspace import Workspace

_EPISODES = KINDS["deltaganden"]
_EXIT_ATTRIBUTES = frozenset(
    name
    for column in (_EPISODES.by_name[each] for each in EXIT_COLUMNS)
    for name in (column.attribute, column.why)
)


def void_misregistered(rows: FileRows) -> None:
    """A misregistration voids the episode; whatever stands with it about an exit is dropped."""
    reasons = rows.values.get("exit_reason")
    if reasons is None:
        return
    voided = [reason == ExitReason.MISREGISTERED for reason in reasons]
    rows.values["voided"] = voided
    rows.stated["voided"] = rows.stated["exit_reason"]
    if not any(voided):
        return
    for name in _EXIT_ATTRIBUTES & rows.values.keys():
        pairs = zip(rows.values[name], voided, strict=True)
        rows.values[name] = [None if drop else value for value, drop in pairs]
        marks = zip(rows.stated[name], voided, strict=True)
        rows.stated[name] = [stated and not drop for stated, drop in marks]


def with_episodes(
    session: Session,
    workspace: Workspace,
    context: Context,
    rows: FileRows,
    places: Sequence[Place],
) -> Context:
    """The context with the episodes that rows name."""
    interventions, numbers = rows.given("intervention_id"), rows.given("number")
    named = {(interventions[place], numbers[place]) for place in places}
    found: dict[tuple[int, str], EpisodeRef] = {}
    for piece in chunks(named):
        found.update(load_episodes(session, workspace, context, piece).episodes)
    return context.with_episodes(found)


def link_follow_ups(rows: FileRows, context: Context) -> None:
    """Point each follow-up to its episode; without one, it is refused."""
    numbers, places = rows.given("number"), rows.given("intervention_id")
    keys = list(zip(places, numbers, strict=True))
    for place in rows.with_key():
        if keys[place] not in context.episodes:
            row = {"intervention_id": places[place], "number": numbers[place]}
            rows.add(place, list(RULES["uppföljningar"](row, context)))
            rows.keyless.add(place)
    episodes = (context.episodes.get(key) for key in keys)
    rows.values["episode_id"] = [episode.id if episode else None for episode in episodes]
    rows.stated["episode_id"] = [True] * len(keys)
