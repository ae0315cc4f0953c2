"""Pages of the register in words, in any order, 200 rows at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.pages import EpisodeFilter, EpisodeLine, Order, Place, StateCounts, page, state_counts
from tracker.problems import N_
from tracker.register.asked import OUTCOMES
from tracker.register.searching import Search, understand_words
from tracker.store_sentences import store_sentences
from tracker.validation.checking import shown
from tracker.validation.context import Context, InterventionRef
from tracker.validation.loading import load_context
from tracker.validation.participants import EPISODES
from tracker.workspace import Workspace

PAGE_SIZE = 200
_SWEDISH = str.maketrans("åäö", "{|}")
_OUTCOME_ATTRIBUTES = tuple(EPISODES.by_name[name].attribute for name in OUTCOMES)


@dataclass(frozen=True)
class RegisterRow:
    """An episode (*deltagande*) as the register shows it, in the reader's words."""

    insats: str
    """Short id of the intervention."""
    number: str
    intervention: str
    """Name of the intervention."""
    sex: str
    age: str
    start: date
    end: date | None
    voided: bool
    reason: str
    """Why it ended; what else it is, where it has not."""
    work: str
    study: str

    @property
    def key(self) -> tuple[str, str]:
        """Intervention and running number, which name it."""
        return self.insats, self.number

    @property
    def is_ongoing(self) -> bool:
        """Whether it waits for its exit."""
        return self.end is None and not self.voided


@dataclass(frozen=True)
class Page:
    """Some rows, and where they end."""

    rows: tuple[RegisterRow, ...]
    last: Place | None
    """Where the next page begins; None: there is none."""
    interventions: tuple[tuple[str, str], ...]
    """Short ids and names of those that can be looked in."""


def read_page(
    workspace: Workspace,
    search: Search,
    after: Place | None = None,
    size: int = PAGE_SIZE,
    *,
    is_unwanted: Callable[[], bool] | None = None,
) -> Page:
    """One page of what is looked for, from a place on.

    Raises:
        AbandonedError: `is_unwanted` said that nobody waits for it any more.
    """
    with store_sentences(), workspace.store.read(is_unwanted) as session:
        context = load_context(session, workspace)
        wanted = _wanted(workspace, search, context)
        lines, places = page(session, wanted, _order(search, context), after, size + 1)
    rows = tuple(in_words(line, context) for line in lines[:size])
    last = places[size - 1] if len(places) > size else None
    return Page(rows, last, tuple((each.key, each.name) for each in _by_name(context)))


def count_states(
    workspace: Workspace, search: Search, is_unwanted: Callable[[], bool] | None = None
) -> StateCounts:
    """How many episodes of each state there are among what is looked for.

    Raises:
        AbandonedError: `is_unwanted` said that nobody waits for it any more.
    """
    with store_sentences(), workspace.store.read(is_unwanted) as session:
        context = load_context(session, workspace)
        return state_counts(session, _wanted(workspace, search, context))


def _wanted(workspace: Workspace, search: Search, context: Context) -> EpisodeFilter:
    typed = understand_words(search.text, context)
    place = context.interventions.get(search.insats or "")
    return EpisodeFilter(
        association_id=workspace.association.id,
        intervention_id=place.id if place else None,
        state=typed.state or search.state,
        words=typed.words,
        outcomes=_OUTCOME_ATTRIBUTES,
        ended_from=date(workspace.today.year, 1, 1) if search.this_year else None,
    )


def _order(search: Search, context: Context) -> Order:
    """The order by words, where a column holds codes."""
    column = EPISODES.by_name[search.column]
    ranks: dict[Any, int] = {}
    if search.column == "insats":
        ranks = {each.id: place for place, each in enumerate(_by_name(context))}
    elif search.column in ("kön", "avslutsanledning"):
        choices = sorted(column.type.choices(context), key=lambda choice: _alphabet(choice[1]))
        ranks = {code: place for place, (code, _) in enumerate(choices)}
    return Order(column.attribute, search.descending, ranks)


def _by_name(context: Context) -> list[InterventionRef]:
    return sorted(context.interventions.values(), key=lambda each: _alphabet(each.name))


def _alphabet(text: str) -> str:
    """A text as it is sorted: in Unicode å comes after ä."""
    return text.casefold().translate(_SWEDISH)


def in_words(line: EpisodeLine, context: Context) -> RegisterRow:
    """A stored episode in the reader's words."""
    place = context.interventions_by_id[line.intervention_id]
    values = vars(line)
    return RegisterRow(
        insats=place.key,
        number=line.number,
        intervention=place.name,
        sex=_said("kön", values, context),
        age=(line.age_band or "").replace("-", "–") or _said("åldersgrupp", values, context),
        start=line.start_date,
        end=line.end_date,
        voided=line.voided,
        reason=_reason(line, values, context),
        work=_outcome("arbete_efter", line, values, context),
        study=_outcome("studier_efter", line, values, context),
    )


def _said(column: str, values: Mapping[str, Any], context: Context) -> str:
    return shown(EPISODES.by_name[column], values, context)


def _reason(line: EpisodeLine, values: Mapping[str, Any], context: Context) -> str:
    if line.voided:
        return context.language.text(N_("voided")).capitalize()
    if line.end_date is None:
        return context.language.text(N_("ongoing")).capitalize()
    return _said("avslutsanledning", values, context)


def _outcome(column: str, line: EpisodeLine, values: Mapping[str, Any], context: Context) -> str:
    if line.voided or line.end_date is None:
        return "–"
    return _said(column, values, context) or context.language.text(N_("missing"))
