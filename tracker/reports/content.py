"""What a report says, in order; every figure in it comes finished from the published scorecard."""

from collections.abc import Collection, Iterable

from tracker.methods import LEVELS, legend
from tracker.privacy import PublishedFlow
from tracker.reports.goals import (
    goal_tables,
    indicator_table,
    line_table,
    numbered,
    sex_table,
)
from tracker.reports.method import method_section
from tracker.reports.model import Cell, Column, Number, Report, Section, Table
from tracker.reports.money import activity_section, money_section
from tracker.reports.one_by_one import goal_sections
from tracker.reports.participants import flow_section
from tracker.scorecard import Scorecard
from tracker.wording import Language
from tracker.wording.overall import HEADINGS, counts, overall
from tracker.wording.status import level_label


def report_on(
    language: Language,
    scorecard: Scorecard,
    by_intervention: PublishedFlow,
    by_sex: PublishedFlow,
) -> Report:
    """The report on a published scorecard and the published flow of the same period.

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
    return Report(
        title=language.text("Follow-up of goals {period}", period=period.label),
        subtitle=f"{scorecard.association} · {days} · {as_of}",
        language=language.code,
        sections=tuple(_sections(language, scorecard, by_intervention, by_sex)),
        about={
            "author": scorecard.association,
            "subject": days,
            "date": scorecard.as_of.isoformat(),
        },
    )


def _sections(
    language: Language,
    scorecard: Scorecard,
    by_intervention: PublishedFlow,
    by_sex: PublishedFlow,
) -> Iterable[Section]:
    goals = numbered(scorecard)
    confidence = scorecard.plan.settings.confidence
    yield _summary(language, scorecard)
    yield Section(
        language.text("Goals and outcomes"),
        (language.text("The plan's key goals stand first on each level."),)
        if any(card.goal.key for card in scorecard.goals)
        else (),
        goal_tables(language, goals, confidence),
    )
    yield from _tables(language, scorecard)
    yield flow_section(language, by_intervention, by_sex)
    behind = (
        money_section(language, goals, scorecard.plan, scorecard.period),
        activity_section(language, goals, scorecard.as_of),
    )
    yield from (section for section in behind if section is not None)
    yield from goal_sections(language, goals, scorecard.plan)
    yield method_section(language, scorecard)


def _tables(language: Language, scorecard: Scorecard) -> Iterable[Section]:
    """Sections that consist of one table, where there is something in it."""
    goals = numbered(scorecard)
    is_open = scorecard.period.is_open(scorecard.as_of)
    tables = (
        sex_table(language, goals, scorecard.plan.settings.confidence),
        indicator_table(language, scorecard, goals),
        line_table(language, goals, is_open=is_open),
    )
    return (Section(table.caption, tables=(table,)) for table in tables if table is not None)


def _summary(language: Language, scorecard: Scorecard) -> Section:
    statuses = [card.status for card in scorecard.goals]
    is_open = scorecard.period.is_open(scorecard.as_of)
    paragraphs = [overall(language, statuses, is_open=is_open)]
    flags = {flag for card in scorecard.goals for flag in card.flags}
    if is_open:
        paragraphs.append(
            language.text("The period is still open: figures and assessments may change.")
        )
    if "other_plan" in flags:
        paragraphs.append(
            language.text(
                "The period has no plan of its own and is judged by the plan of {year}.",
                year=scorecard.plan.year,
            )
        )
    paragraphs.append(legend(language, scorecard.plan.settings.confidence))
    heading = language.text("Overall assessment")
    return Section(heading, tuple(paragraphs), (_count_table(language, scorecard),))


def _count_table(language: Language, scorecard: Scorecard) -> Table:
    columns = (
        Column(language.text("Level"), width=20),
        Column(language.text("Goals"), width=10, has_numbers=True),
        *(Column(language.text(name), width=16, has_numbers=True) for _, name in HEADINGS),
    )
    present = {card.goal.level for card in scorecard.goals}
    names = [(level_label(language, level), {level}) for level in LEVELS if level in present]
    rows = tuple(
        _count_row(language, name, scorecard, levels)
        for name, levels in [*names, (language.text("All"), present)]
    )
    caption = language.text("Goals by level")
    return Table(caption, caption, columns, rows)


def _count_row(
    language: Language, name: str, scorecard: Scorecard, levels: Collection[str]
) -> tuple[Cell, ...]:
    statuses = [card.status for card in scorecard.goals if card.goal.level in levels]
    numbers = (len(statuses), *counts(statuses))
    return (Cell(name), *(Cell(language.number(one), Number(one)) for one in numbers))
