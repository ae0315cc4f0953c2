"""What the forms of entry and exit start from, read in one go before they open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from db.pages import municipalities
from db.usual import last_entries
from tracker.register.asked import asked_columns
from tracker.register.next_numbers import NextNumbers
from tracker.registration import episode
from tracker.store_sentences import store_sentences
from tracker.validation.checking import WHYS, written
from tracker.validation.context import Context
from tracker.validation.loading import load_context, load_episodes
from tracker.validation.model import Column, Kind
from tracker.validation.participants import ENTRY_COLUMNS, EPISODES
from tracker.workspace import Workspace

RATED = ("hälsa", "arbetsförmåga")
"""Ratings of the participant; those from entry must not steer those at exit."""
EXIT_ORDER = (
    *("slutdatum", "avslutsanledning", "arbete_efter", "arbetstyp_efter", "studier_efter"),
    *("arbetssökande_efter", "försörjning_efter", "försörjningsgrad_efter", "nästa_steg"),
    *("plan_efter", "stegförflyttning", "hälsa_efter", "arbetsförmåga_efter"),
    *("sjukfrånvaro_efter", "får_kontaktas"),
)
"""The columns of an exit in the order in which people tell of it."""
REPEATED = ("kommun", "initierad_av")
"""The columns of an entry that are likely to be the same in the next one."""
LATER_SUFFIX, EARLIER_SUFFIX = "_efter", "_före"


@dataclass(frozen=True)
class FormStart:
    """What a form needs to know, and what it shows at first."""

    context: Context
    columns: tuple[str, ...]
    """All columns that the form can ask for, in order."""
    asked: frozenset[str]
    """Those that it asks for at once."""
    draft: Mapping[str, str]
    """What is filled in at first: the stored row, or what usually is right."""
    stored: Mapping[str, str] = field(default_factory=dict)
    """The row as it is stored; empty for a new one."""
    usual: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What is filled in at first in each intervention, as in the row before."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """The running number to propose for each intervention."""
    municipalities: tuple[str, ...] = ()
    suggested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Texts to choose from in other columns that take any text."""
    kind: Kind = EPISODES
    """The kind of row that the form is about."""
    about: Mapping[str, str] = field(default_factory=dict)
    """The episode as it is stored, where the row is another one that belongs to it."""
    form: str = ""
    """Name of the form and key of its row: what its draft is kept under."""
    note: str = ""
    """What is worth knowing before anything is typed."""
    at: str = ""
    """The column that the cursor stands in at first; empty: the first that is to be filled in."""
    proposed: Mapping[str, str] | None = None
    """What the draft was before anybody typed; None: the draft itself."""

    @property
    def untouched(self) -> Mapping[str, str]:
        """What is filled in while nobody has typed anything: nothing of it would be lost."""
        return self.draft if self.proposed is None else self.proposed

    @property
    def is_correction(self) -> bool:
        """Whether the form corrects what it could itself have saved."""
        return any(self.stored.get(name) for name in self.columns)

    def again(self, draft: Mapping[str, str]) -> "FormStart":
        """The same with a draft that was refused, or taken up again."""
        return replace(self, draft=draft, proposed=self.untouched)


def entry_start(workspace: Workspace, insats: str | None) -> FormStart:
    """A new entry, in an intervention that is proposed: where somebody looks, or wrote last."""
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        places = municipalities(session, workspace.association.id)
        usual = usual_entries(session, workspace, context)
    numbers = NextNumbers(workspace, context.interventions)
    if insats is None or insats not in numbers:
        insats = next(iter(usual or (numbers if len(numbers) == 1 else ())), "")
    draft = {
        "insats": insats,
        "deltagande": numbers.get(insats, ""),
        "startdatum": workspace.today.isoformat(),
        **usual.get(insats, {}),
    }
    return FormStart(
        context,
        ENTRY_COLUMNS,
        _entry_asked(workspace, places),
        draft,
        numbers=numbers,
        municipalities=places,
        form="entry",
        usual=usual,
    )


def usual_entries(
    session: Session, workspace: Workspace, context: Context
) -> dict[str, dict[str, str]]:
    """What is likely to be the same as in the entry before, by intervention, the last one first.

    Only who referred and where: what is about the participant must be asked each time.
    """
    columns = [EPISODES.by_name[name] for name in REPEATED]
    attributes = [name for column in columns for name in (column.attribute, column.why)]
    found = last_entries(session, workspace.association.id, workspace.actor, attributes)
    return {
        context.interventions_by_id[row[0]].key: _repeated(
            columns, dict(zip(attributes, row[1:], strict=True)), context
        )
        for row in found
    }


def _repeated(
    columns: Sequence[Column], values: Mapping[str, Any], context: Context
) -> dict[str, str]:
    texts = {column.name: written(column, values, context) for column in columns}
    return {name: text for name, text in texts.items() if text and text not in WHYS}


def entry_correction(workspace: Workspace, insats: str, number: str) -> FormStart:
    """The stored entry of an episode, to be corrected.

    Raises:
        DataError: there is no such episode.
    """
    stored = episode(workspace, insats, number)
    with store_sentences(), workspace.store.read() as session:
        places = municipalities(session, workspace.association.id)
    return FormStart(
        context=context_of(workspace, stored),
        columns=ENTRY_COLUMNS,
        asked=_entry_asked(workspace, places),
        draft={name: stored[name] for name in ENTRY_COLUMNS},
        stored=stored,
        municipalities=places,
        form=f"entry {insats} {number}",
    )


def exit_start(workspace: Workspace, insats: str, number: str) -> FormStart:
    """The exit of an episode: to be recorded, or corrected where it has ended.

    Raises:
        DataError: there is no such episode.
    """
    stored = episode(workspace, insats, number)
    end = stored["slutdatum"]
    day = date.fromisoformat(end) if end else workspace.today
    return FormStart(
        context=context_of(workspace, stored),
        columns=EXIT_ORDER,
        asked=asked_columns(workspace.plan_for(day)),
        draft={name: stored[name] for name in EXIT_ORDER},
        stored=stored,
        form=f"exit {insats} {number}",
    )


def facts_of_entry(stored: Mapping[str, str], *, with_ratings: bool) -> dict[str, str]:
    """What stood at entry, in file form, by the columns of the exit that ask for it again."""
    facts: dict[str, str] = {}
    for name in EXIT_ORDER:
        rated = name.removesuffix(LATER_SUFFIX) in RATED
        earlier = name.removesuffix(LATER_SUFFIX) + EARLIER_SUFFIX
        if name.endswith(LATER_SUFFIX) and earlier in EPISODES.by_name:
            facts[name] = "" if rated and not with_ratings else stored.get(earlier, "")
    return facts


def context_of(workspace: Workspace, stored: Mapping[str, str]) -> Context:
    """The context with the episode itself, so that its follow-ups are known."""
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        place = context.interventions[stored["insats"]].id
        return load_episodes(session, workspace, context, [(place, stored["deltagande"])])


def _entry_asked(workspace: Workspace, places: tuple[str, ...]) -> frozenset[str]:
    """The municipality is asked for where there are several to choose from."""
    asked = asked_columns(workspace.plan_for(workspace.today))
    return asked | {"kommun"} if len(places) > 1 else asked
