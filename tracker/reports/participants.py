"""The participant flow in tables that add up."""

from tracker.privacy import PublishedFlow, PublishedRow
from tracker.problems import N_
from tracker.reports.cells import capital, hidden_cells, hidden_note
from tracker.reports.model import AnyCell, Cell, Column, Number, Section, Table
from tracker.wording import Language

HEADINGS = (N_("Ongoing at start"), N_("New"), N_("Ended"), N_("Ongoing at end"))


def flow_section(
    language: Language, by_intervention: PublishedFlow, by_sex: PublishedFlow
) -> Section:
    """Who took part, by intervention and by sex."""
    tables = (
        _table(
            language,
            by_intervention,
            language.text("Participants by intervention"),
            language.text("Intervention"),
        ),
        _table(language, by_sex, language.text("Participants by sex"), language.text("Sex")),
    )
    return Section(
        language.text("Participants"), tuple(_paragraphs(language, by_intervention)), tables
    )


def _paragraphs(language: Language, flow: PublishedFlow) -> list[str]:
    start, new, ended, end = flow.total.numbers or (0, 0, 0, 0)
    if not start + new:
        return [language.text("No participants are registered in the period.")]
    said = [
        language.plural(
            "{number} participation went on some time in the period: {start} were ongoing when it "
            "began and {new} were new. {ended} ended, and {end} went on after it.",
            "{number} participations went on some time in the period: {start} were ongoing when "
            "it began and {new} were new. {ended} ended, and {end} went on after it.",
            start + new,
            start=language.number(start),
            new=language.number(new),
            ended=language.number(ended),
            end=language.number(end),
        )
    ]
    if flow.median_days is not None:
        said.append(
            language.plural(
                "Half of those that ended had lasted {number} day or longer.",
                "Half of those that ended had lasted {number} days or longer.",
                round(flow.median_days),
            )
        )
    return said


def _table(language: Language, flow: PublishedFlow, caption: str, first: str) -> Table:
    columns = (
        Column(first, width=40),
        *(Column(language.text(heading), width=18, has_numbers=True) for heading in HEADINGS),
    )
    rows = tuple(_row(language, row) for row in (*flow.rows, flow.total))
    note = language.text(
        "Ongoing at start plus new minus ended is ongoing at end. The same person in two "
        "interventions, or twice in one, counts twice."
    )
    return Table(caption, caption, columns, rows, (note, *hidden_note(language, rows)))


def _row(language: Language, row: PublishedRow) -> tuple[AnyCell, ...]:
    name = capital(row.name)
    if row.numbers is None:
        return (Cell(name), *hidden_cells(row.hidden or "small", row.label, len(HEADINGS)))
    cells = (Cell(language.number(number), Number(number)) for number in row.numbers)
    return (Cell(name), *cells)
