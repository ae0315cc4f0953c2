"""What the form starts from for those who may only be counted, and for who was referred or waits.

Protected identity (*skyddade personuppgifter*), no consent, and large open activities: a number by
period and sex, and nothing else about anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from typing_extensions import override

from db.codes import CountKind
from db.counted import Counted, standing_counts
from db.existing import BESIDE_ROWS
from tracker.problems import N_
from tracker.register.preparing import FormStart
from tracker.registration import Saved
from tracker.store_sentences import store_sentences
from tracker.validation.checking import check_column
from tracker.validation.context import Context
from tracker.validation.counts import COUNTS
from tracker.validation.loading import load_context
from tracker.validation.model import Kind
from tracker.validation.references import CountedMeasure
from tracker.wording import Language
from tracker.workspace import Workspace

COUNT_ORDER = ("insats", "mått", "från", "till", "kön", "täljare")
"""The columns of a count in the order in which people tell of it."""


@dataclass(frozen=True)
class BesideRows(CountedMeasure):
    """What can be counted of persons who have no row of their own."""

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [each for each in super().choices(context) if each[0] in BESIDE_ROWS]


TYPED_COUNTS: Kind = replace(
    COUNTS,
    columns=tuple(
        replace(column, type=BesideRows()) if column.name == "mått" else column
        for column in COUNTS.columns
    ),
)
"""The kind *antal*, as far as it is typed in beside the rows."""


@dataclass(frozen=True)
class CountStart(FormStart):
    """What the form of a count needs to know."""

    standing: Mapping[Counted, int] = field(default_factory=dict)
    """What stands already."""

    def proposal(self, counted: Counted) -> tuple[int | None, str]:
        """What stands already (None: nothing), and the number to propose: one more.

        The queue is counted as a whole each time, so that there is nothing to add to.
        """
        now = self.standing.get(counted)
        if counted.measure == CountKind.QUEUE:
            return now, ""
        return now, str((now or 0) + 1)


def count_start(workspace: Workspace, insats: str | None) -> CountStart:
    """A count, in an intervention that is proposed; what was counted last is proposed too."""
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        rows = standing_counts(session, workspace.association.id, BESIDE_ROWS)
    last = rows[0][0] if rows else None
    if insats is None and last is not None and last.intervention_id is not None:
        insats = context.interventions_by_id[last.intervention_id].key
    first, final = _period(workspace.today, last)
    return CountStart(
        context=context,
        columns=COUNT_ORDER,
        asked=frozenset(COUNT_ORDER),
        draft={"insats": insats or "", "från": first.isoformat(), "till": final.isoformat()},
        kind=TYPED_COUNTS,
        form="count",
        standing=dict(rows),
    )


def saved_count(start: CountStart, saved: Saved, draft: Mapping[str, str]) -> str:
    """What a count led to."""
    language = start.context.language
    if saved.change_id is None:
        return language.text("Nothing differed, so nothing was changed.")
    whose = (_said(name, draft, start.context) for name in ("insats", "kön"))
    days = _days(language, *(date.fromisoformat(draft[name]) for name in ("från", "till")))
    return language.text(
        N_("Saved: {what} {number} ({about}). ctrl+z undoes."),
        what=_said("mått", draft, start.context),
        number=draft["täljare"],
        about=", ".join(filter(None, [*whose, days])),
    )


def _said(name: str, draft: Mapping[str, str], context: Context) -> str:
    column = TYPED_COUNTS.by_name[name]
    said = check_column(TYPED_COUNTS, column, draft.get(name, ""), context).shown
    return said.casefold() if name == "kön" else said


def _days(language: Language, first: date, last: date) -> str:
    """The year where it is a whole one, else the first and the last day."""
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return str(first.year)
    return f"{language.day(first)} – {language.day(last)}"


def _period(today: date, last: Counted | None) -> tuple[date, date]:
    """The period that was counted last, while it lasts; else the calendar year."""
    if last is not None and last.start <= today <= last.end:
        return last.start, last.end
    return date(today.year, 1, 1), date(today.year, 12, 31)
