"""What a report says, in order; every figure in it has passed the door for what is published."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.methods import LEVELS, legend
from tracker.methods.numbering import goals_text
from tracker.reports.activities import activity_section
from tracker.reports.charts import goal_chart
from tracker.reports.drafts import DraftSection
from tracker.reports.economy import economy_section
from tracker.reports.equality import equality_section
from tracker.reports.flow_years import flow_years
from tracker.reports.goal_counts import goal_counts, goal_sums
from tracker.reports.goals import goal_tables, line_table
from tracker.reports.interventions import interventions_section
from tracker.reports.later import later_section
from tracker.reports.ledger import Ledger
from tracker.reports.method import method_section
from tracker.reports.model import Cell, Chart, Column, Number, Report, Table
from tracker.reports.numbered import Numbered, numbered
from tracker.reports.one_by_one import definition_section, goal_sections
from tracker.reports.participants import flow_relations, flow_sentence, participants_section
from tracker.reports.side_by_side import results_funnel
from tracker.reports.soundness import soundness_section
from tracker.reports.standard import background_section, results_section
from tracker.reports.surveys import survey_section
from tracker.reports.vocabulary import Words
from tracker.reports.years import years_section
from tracker.scorecard import Scorecard
from tracker.wording import Language
from tracker.wording.status import level_label
from tracker.wording.summary import HEADINGS, counts, summary


@dataclass(frozen=True)
class Sources:
    """What a report is made of."""

    ledger: Ledger
    scorecard: Scorecard
    words: Words

    @property
    def goals(self) -> tuple[Numbered, ...]:
        """The goals in the order of the report."""
        return numbered(self.ledger.language, self.scorecard)


def report_frame(language: Language, scorecard: Scorecard, title: str, about: str = "") -> Report:
    """The report without its sections.

    Raises:
        ValueError: the scorecard has not passed the door for what is published.
    """
    if not scorecard.published:
        raise ValueError("a report is made of the published scorecard only")
    period = scorecard.period
    days = language.text(
        "{first} – {last}", first=language.day(period.start), last=language.day(period.last_day)
    )
    as_of = language.text("as of {day}", day=language.day(scorecard.as_of))
    named = [scorecard.association, *([about] if about else []), days, as_of]
    return Report(
        title=title,
        subtitle=" · ".join(named),
        language=language.code,
        sections=(),
        about={
            "author": scorecard.association,
            "subject": days,
            "date": scorecard.as_of.isoformat(),
        },
    )


def year_sections(sources: Sources) -> Iterable[DraftSection]:
    """The annual report: assessment, goals, participants, results, money, and how it was made."""
    ledger, goals, words = sources.ledger, sources.goals, sources.words
    yield from _beginning(sources)
    yield _participants(ledger, words)
    yield background_section(ledger, words)
    yield interventions_section(ledger, results_funnel)
    yield results_section(ledger, words)
    yield later_section(ledger)
    yield survey_section(ledger, sources.scorecard, goals)
    yield equality_section(ledger, goals)
    yield economy_section(ledger, goals)
    yield activity_section(ledger.language, goals, sources.scorecard.as_of)
    yield years_section(ledger, goals)
    yield from _ending(sources)


def _participants(ledger: Ledger, words: Words) -> DraftSection:
    """The participants of the year, and of those before it."""
    section = participants_section(ledger, words.of_list("initierad_av"))
    before = flow_years(ledger)
    return section if before is None else replace(section, tables=(*section.tables, before))


def interim_sections(sources: Sources) -> Iterable[DraftSection]:
    """A part of a year: the goals so far, the flow, and the money with its forecast."""
    ledger, goals, words = sources.ledger, sources.goals, sources.words
    yield from _beginning(sources)
    yield participants_section(ledger, words.of_list("initierad_av"))
    yield interventions_section(ledger)
    yield later_section(ledger)
    yield economy_section(ledger, goals)
    yield activity_section(ledger.language, goals, sources.scorecard.as_of)
    yield from _ending(sources)


def _beginning(sources: Sources) -> Iterable[DraftSection]:
    language, scorecard, goals = sources.ledger.language, sources.scorecard, sources.goals
    yield _summary(sources)
    is_open = scorecard.period.is_open(scorecard.as_of)
    lines = line_table(language, goals, is_open=is_open)
    confidence = scorecard.plan.settings.confidence
    tables = goal_tables(language, goals, confidence, is_open=is_open)
    yield DraftSection(
        language.text("Goals and outcomes"),
        tuple(_key_goals(language, goals)),
        (*tables, *([lines] if lines is not None else [])),
        key="mål",
        charts=tuple(_goal_chart(sources)),
        known=goal_counts(sources.ledger, goals),
        sums=(
            *(scorecard.publication.sums if scorecard.publication else ()),
            *goal_sums(sources.ledger, goals),
            *flow_relations(sources.ledger),
        ),
    )
    yield from goal_sections(language, goals, is_year=sources.ledger.is_year)


def _key_goals(language: Language, goals: Sequence[Numbered]) -> Iterable[str]:
    """Which goals the plan calls its key goals."""
    cards = [(one.number, one.card) for one in goals if one.card.goal.key]
    if cards and len(cards) < len(goals):
        yield language.text(
            "The plan's key goals stand first on each level: {goals}.",
            goals=goals_text(language, cards),
        )


def _goal_chart(sources: Sources) -> Iterable[Chart]:
    """The goals that are shares, as bars beside their targets."""
    confidence = sources.scorecard.plan.settings.confidence
    chart = goal_chart(sources.ledger.language, sources.goals, confidence)
    if chart is not None:
        yield chart


def _ending(sources: Sources) -> Iterable[DraftSection]:
    ledger = sources.ledger
    yield soundness_section(ledger.workspace)
    yield method_section(ledger.language, sources.scorecard)
    yield definition_section(ledger.language, sources.goals, sources.scorecard.plan)


def _summary(sources: Sources) -> DraftSection:
    language, scorecard = sources.ledger.language, sources.scorecard
    statuses = [card.status for card in scorecard.goals]
    is_open = scorecard.period.is_open(scorecard.as_of)
    paragraphs = [
        summary(language, statuses, is_open=is_open),
        *cautions(language, scorecard),
        flow_sentence(sources.ledger),
        legend(language, scorecard.plan.settings.confidence),
    ]
    heading = language.text("Overall assessment")
    return DraftSection(
        heading, tuple(paragraphs), (_count_table(language, scorecard),), key="samlad_bedömning"
    )


def cautions(language: Language, scorecard: Scorecard) -> Iterable[str]:
    """What concerns every figure: the period is a part of a year, or open; another year's plan."""
    period = scorecard.period
    if period.whole_years is None:
        yield language.text(
            "The goals are set for the whole year. Here they are judged by what happened from "
            "{first} to {last}.",
            first=language.day(period.start),
            last=language.day(period.last_day),
        )
    flags = {flag for card in scorecard.goals for flag in card.flags}
    if period.start > scorecard.as_of:
        yield language.text("The period has not begun.")
    elif period.is_open(scorecard.as_of):
        yield language.text("The period is still open: figures and assessments may change.")
    if "other_plan" in flags:
        yield language.text(
            "The period has no plan of its own and is judged by the plan of {year}.",
            year=scorecard.plan.year,
        )


def _count_table(language: Language, scorecard: Scorecard) -> Table:
    """How many goals of each level stand where; what no goal has is left out."""
    every = [card.status for card in scorecard.goals]
    kept = [place for place, number in enumerate(counts(every)) if number or place < 2]  # noqa: PLR2004
    columns = (
        Column(language.text("Level"), width=20),
        Column(language.text("Goals"), width=10, has_numbers=True),
        *(Column(language.text(HEADINGS[place][1]), width=16, has_numbers=True) for place in kept),
    )
    present = {card.goal.level for card in scorecard.goals}
    names = [(level_label(language, level), {level}) for level in LEVELS if level in present]
    rows = tuple(
        _count_row(language, name, scorecard, levels, kept)
        for name, levels in [*names, (language.text("All"), present)]
    )
    caption = language.text("Goals by level")
    return Table(caption, caption, columns, rows)


def _count_row(
    language: Language,
    name: str,
    scorecard: Scorecard,
    levels: Collection[str],
    kept: Sequence[int],
) -> tuple[Cell, ...]:
    statuses = [card.status for card in scorecard.goals if card.goal.level in levels]
    found = counts(statuses)
    numbers = (len(statuses), *(found[place] for place in kept))
    return (Cell(name), *(Cell(language.number(one), Number(one)) for one in numbers))
