"""Who took part: the flow in tables that add up, who sent them, and who is counted beside."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.codes import CountKind
from db.tallies.participants import FlowTally
from tracker.measures.participant_flow import FLOW, PARTICIPANTS, UNKNOWN_SEX
from tracker.privacy.counts import Count, Sum
from tracker.privacy.deriving import over_sexes
from tracker.problems import N_
from tracker.reports.drafts import DraftCell, DraftSection, DraftTable, Said
from tracker.reports.layout import (
    PARTLY,
    SEXES,
    Categories,
    category_table,
    mark_notes,
    number_cell,
    numbers,
    rests_on,
    sexes,
    without_sexes,
)
from tracker.reports.ledger import Ledger
from tracker.reports.model import Cell, Column
from tracker.wording.labels import column_label, label
from tracker.wording.parts import part_label

HEADINGS = (N_("Ongoing at start"), N_("New"), N_("Ended"), N_("Ongoing at end"))
BESIDE = (
    CountKind.REFERRED,
    CountKind.ACCEPTED,
    CountKind.NOT_ACCEPTED,
    CountKind.QUEUE,
    CountKind.ANONYMOUS,
    CountKind.VOLUME,
)
Row = tuple[Count, Count, Count, Count]
NOTHING = FlowTally()


def flow_counts(ledger: Ledger, insats: str | None = None, sex: str | None = None) -> Row:
    """Ongoing at start, new, ended and ongoing at end, of all or of a part."""
    tally = ledger.flows().get((insats, sex), NOTHING)
    found = (tally.ongoing_start, tally.new, tally.ended, tally.ongoing_end)
    start, new, ended, end = (
        ledger.count(measure, number, insats=insats, sex=sex)
        for measure, number in zip(FLOW, found, strict=True)
    )
    return start, new, ended, end


def taking_part(ledger: Ledger, insats: str | None = None, sex: str | None = None) -> Count:
    """Everybody who took part at some time."""
    tally = ledger.flows().get((insats, sex), NOTHING)
    return ledger.count(PARTICIPANTS, tally.ongoing_start + tally.new, insats=insats, sex=sex)


def participants_section(ledger: Ledger, labels: dict[str, str]) -> DraftSection:
    """The flow by intervention and by sex; inflow, queue, anonymous and volume."""
    language = ledger.language
    of_all = ledger.insats is None and ledger.municipality is None
    known = bool(taking_part(ledger).value) or not ledger.without_flow()
    flows = [*([_by_intervention(ledger)] if of_all else []), _by_sex(ledger)] if known else []
    tables = [*flows, *_inflow(ledger, labels), *_beside(ledger)]
    said = () if taking_part(ledger).value else (nobody(ledger),)
    return DraftSection(language.text("Participants"), said, tuple(tables), key="deltagare")


def nobody(ledger: Ledger) -> str:
    """That nobody took part, or that deliveries do not tell how many did."""
    language = ledger.language
    if ledger.without_flow():
        return language.text(
            "How many took part is not known: no delivery tells it for the days of the period."
        )
    return language.text("No participants are registered in the period.")


def untold_mark(ledger: Ledger, insats: str) -> str:
    """The mark of participants of whom no delivery tells: they are not nobody."""
    return PARTLY if insats in ledger.without_flow() else ""


def sex_mark(ledger: Ledger, insats: str | None = None) -> str:
    """The mark of women and men in the flow, where some delivery does not tell of them."""
    if insats is None:
        return PARTLY if ledger.undivided() else ""
    return PARTLY if insats in ledger.undivided() | ledger.without_flow() else ""


def flow_sentence(ledger: Ledger) -> Said | str:
    """The flow of all in a sentence."""
    language = ledger.language
    if not taking_part(ledger).value:
        return nobody(ledger)
    counts = (taking_part(ledger), *flow_counts(ledger))
    total, start, new, ended, end = (one.value for one in counts)
    text = language.plural(
        "{number} participation went on some time in the period: {start} were ongoing when it "
        "began and {new} were new. {ended} ended, and {end} went on after it.",
        "{number} participations went on some time in the period: {start} were ongoing when "
        "it began and {new} were new. {ended} ended, and {end} went on after it.",
        total,
        start=language.number(start),
        new=language.number(new),
        ended=language.number(ended),
        end=language.number(end),
    )
    hidden = language.text(
        "The numbers of participants are not shown together: few could be worked out from them."
    )
    if ledger.without_flow():
        text = " ".join((text, *rests_on(ledger, of_flow=True)))
    return Said(text, counts, hidden)


def _by_intervention(ledger: Ledger) -> DraftTable:
    language = ledger.language
    names = {row.key: row.name for row in ledger.chosen if (row.key, None) in ledger.flows()}
    rows = [(names[key], flow_counts(ledger, key)) for key in names]
    caption = language.text("Participants by intervention")
    table = _flow_table(ledger, caption, language.text("Intervention"), rows)
    wholes = (taking_part(ledger), *flow_counts(ledger))
    parts = [(taking_part(ledger, key), *flow_counts(ledger, key)) for key in names]
    sums = [Sum(whole, tuple(part[place] for part in parts)) for place, whole in enumerate(wholes)]
    return replace(table, sums=tuple(sums) if names else ())


def _by_sex(ledger: Ledger) -> DraftTable:
    language = ledger.language
    known = [sex for sex in (*SEXES, UNKNOWN_SEX) if (None, sex) in ledger.flows()]
    rows = [(_sex(ledger, sex), flow_counts(ledger, sex=sex)) for sex in known]
    mark = sex_mark(ledger)
    caption = language.text("Participants by sex")
    table = _flow_table(ledger, caption, language.text("Sex"), rows, mark)
    wholes = (taking_part(ledger), *flow_counts(ledger))
    every = (*SEXES, UNKNOWN_SEX)  # that a row is missing is not what the others are judged by
    parts = [(taking_part(ledger, sex=sex), *flow_counts(ledger, sex=sex)) for sex in every]
    sums = [Sum(whole, tuple(part[place] for part in parts)) for place, whole in enumerate(wholes)]
    return replace(table, sums=tuple(sums) if known else ())


def _sex(ledger: Ledger, sex: str) -> str:
    key, untold = None if sex == UNKNOWN_SEX else sex, bool(ledger.undivided())
    name = part_label(ledger.language, "kön", key, is_untold=untold)
    return name[:1].upper() + name[1:]


def _flow_table(
    ledger: Ledger, caption: str, first: str, rows: Sequence[tuple[str, Row]], mark: str = ""
) -> DraftTable:
    language = ledger.language
    total = (language.text("Total"), flow_counts(ledger))
    columns = (Column(first, width=40), *numbers(language, *HEADINGS, width=18))
    cells: tuple[tuple[DraftCell, ...], ...] = tuple(
        (Cell(name), *(number_cell(language, one, mark if one.sex in SEXES else "") for one in row))
        for name, row in [*rows, total]
    )
    notes = (*rests_on(ledger, of_flow=True), *mark_notes(language, cells))
    return DraftTable(caption, caption, columns, cells, notes)


def flow_relations(ledger: Ledger) -> tuple[Sum, ...]:
    """That each row of the flow adds up in itself, for every part that is printed."""
    return tuple(
        Sum(whole, pair)
        for insats, sex in ledger.flows()
        for whole, row in [(taking_part(ledger, insats, sex), flow_counts(ledger, insats, sex))]
        for pair in ((row[0], row[1]), (row[2], row[3]))
        if whole.value == sum(one.value for one in pair)
    )


def _inflow(ledger: Ledger, labels: dict[str, str]) -> Iterable[DraftTable]:
    """Who referred the new participants."""
    language, found = ledger.language, ledger.table("initierad_av")
    if not found.parts() - {"okänt"}:
        return
    yield category_table(
        ledger,
        Categories(found, labels, merges="others"),
        language.text("New participations by who referred them"),
        column_label(language, "deltaganden", "initierad_av"),
        rests_on(ledger),
    )


def _beside(ledger: Ledger) -> Iterable[DraftTable]:
    """Referrals, queue, anonymous and volume, where somebody has delivered them."""
    language = ledger.language
    rows: list[tuple[DraftCell, ...]] = []
    sums: list[Sum] = []
    for kind in BESIDE:
        found = ledger.delivered(kind)
        if found is None:
            continue
        whole = ledger.count(kind, found.get((None, None), 0))
        split = [ledger.count(kind, found.get((None, sex), 0), sex=sex) for sex in SEXES]
        mark = PARTLY if ledger.is_undivided(kind) else ""
        name = label(language, CountKind, kind)
        women_and_men = (number_cell(language, count, mark) for count in split)
        rows.append((Cell(name), number_cell(language, whole), *women_and_men))
        sums += over_sexes(whole, split)
    if rows:
        columns = (
            Column(language.text("Counted beside"), width=40),
            *numbers(language, N_("Number of them")),
            *(Column(text, width=12, has_numbers=True) for text in sexes(language)),
        )
        caption = language.text("Referrals, queue, and participants without a row of their own")
        yield DraftTable(
            caption,
            language.text("Referrals and queue"),
            columns,
            tuple(rows),
            (
                language.text(
                    "Those who are anonymous or counted by volume are in no other table."
                ),
                *mark_notes(language, rows),
            ),
            (2, 3),
            without_sexes(ledger),
            tuple(sums),
        )
