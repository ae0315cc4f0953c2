"""The standard tables, as associations know them from SUS: who they were, and what changed."""

from collections.abc import Iterable

from db.codes import CodeList
from db.tallies.spans import LENGTHS
from db.tallies.tables import ALL, UNKNOWN
from tracker.privacy.counts import Count
from tracker.problems import N_
from tracker.reports.before_after import occupation_tables, support_after, support_tables
from tracker.reports.drafts import DraftSection, DraftTable, Said
from tracker.reports.interventions import WORKING, ended
from tracker.reports.layout import (
    Categories,
    category_table,
    mark_of,
    rests_on,
)
from tracker.reports.ledger import Ledger, Tabulated
from tracker.reports.participants import nobody, taking_part
from tracker.reports.vocabulary import Words
from tracker.wording.labels import column_label

BANDS = {
    "under_3_mån": N_("Under 3 months"),
    "3-5_mån": N_("3–5 months"),
    "6-11_mån": N_("6–11 months"),
    "12-23_mån": N_("12–23 months"),
    "24_mån_eller_mer": N_("24 months or longer"),
}


def background_section(ledger: Ledger, words: Words) -> DraftSection:
    """Who the participants of the period were at their entry."""
    language = ledger.language
    wanted: list[tuple[str, dict[str, str], str]] = [
        ("ålder", words.ages(), language.text("Participants by age at entry")),
        (
            "utbildning",
            words.of_list(CodeList.EDUCATION),
            language.text("Participants by education"),
        ),
        (
            "tid_i_försörjning",
            words.of_list(CodeList.SUPPORT_TIME),
            language.text("Participants by time on public support before"),
        ),
    ]
    columns = {"ålder": "åldersgrupp"}
    tables = tuple(
        category_table(
            ledger,
            Categories(found, labels, merges="beside"),
            caption,
            column_label(language, "deltaganden", columns.get(name, name)),
            rests_on(ledger),
        )
        for name, labels, caption in wanted
        if (found := ledger.table(name)).parts() - {UNKNOWN}
    )
    heading = language.text("Who the participants are")
    said: tuple[str, ...] = ()
    if not taking_part(ledger).value and not ledger.table("ålder").number():
        said = (nobody(ledger),)
    elif not tables:
        said = (language.text("Age, education and time on support are not filled in."),)
    return DraftSection(heading, said, tables, key="bakgrund")


def results_section(ledger: Ledger, words: Words) -> DraftSection:
    """What changed from before the intervention to the exit, and how it ended."""
    language = ledger.language
    heading = language.text("What changed for the participants")
    if not ended(ledger).value and not ledger.table("längd").number():
        none = language.text("Nothing ended in the period, so there is nothing to compare.")
        return DraftSection(heading, (none,), key="resultat")
    tables = (
        *occupation_tables(ledger, words),
        *support_tables(ledger, words),
        *support_after(ledger, words),
        *exit_tables(ledger, words),
    )
    if not tables:
        none = language.text("No delivery tells what changed for those who ended.")
        return DraftSection(heading, (none,), key="resultat")
    return DraftSection(heading, tuple(_said(ledger)), tables, key="resultat")


def _said(ledger: Ledger) -> Iterable[str | Said]:
    """How many work or study, and how many of all started or increased it."""
    language = ledger.language
    after, started = ledger.table("sysselsättning_efter"), ledger.table("började_eller_ökade")
    if not any(mark_of(*one) for one in ((after, (WORKING, ALL)), (started, ("ja", ALL)))):
        yield from _results_said(ledger, after, started)
    yield language.text(
        "The tables compare the same exits before and after. They show what changed, not what the "
        "intervention brought about."
    )


def _results_said(ledger: Ledger, after: Tabulated, started: Tabulated) -> Iterable[Said]:
    """What came of all exits: where some are not told of, the tables tell of the others."""
    language = ledger.language
    whole = ledger.base(after)
    reached = ledger.count(
        "tabell:sysselsättning_efter", after.number("arbete_eller_studier"), of="x",
        part="arbete_eller_studier",
    )  # fmt: skip
    if not has_begun_known(ledger):
        yield _reached_alone(ledger, whole, reached)
        return
    more = ledger.count("tabell:började_eller_ökade", started.number("ja"), of="x", part="ja")
    yield Said(
        language.plural(
            "Of {number} exit, {reached} led to work or studies. {more} had begun to work or "
            "study, or did so more than before.",
            "Of {number} exits, {reached} led to work or studies. {more} had begun to work or "
            "study, or did so more than before.",
            whole.value,
            reached=language.number(reached.value),
            more=language.number(more.value),
        ),
        (whole, reached, more),
    )
    unknown = ledger.count(
        "tabell:började_eller_ökade", started.number(UNKNOWN), of="missing", part=UNKNOWN
    )
    if unknown.value:
        text = language.plural(
            "For {number} of them it is not known whether they began or increased.",
            "For {number} of them it is not known whether they began or increased.",
            unknown.value,
        )
        yield Said(text, (unknown,))


def has_begun_known(ledger: Ledger) -> bool:
    """Whether it is known of anybody if they began or increased work or studies."""
    return bool(ledger.table("började_eller_ökade").parts() - {UNKNOWN})


def _reached_alone(ledger: Ledger, whole: Count, reached: Count) -> Said:
    """How many work or study, where nobody's work and studies before are filled in."""
    text = ledger.language.plural(
        "Of {number} exit, {reached} led to work or studies. How many began or increased it is "
        "not known.",
        "Of {number} exits, {reached} led to work or studies. How many began or increased it is "
        "not known.",
        whole.value,
        reached=ledger.language.number(reached.value),
    )
    return Said(text, (whole, reached))


def exit_tables(ledger: Ledger, words: Words) -> Iterable[DraftTable]:
    """How it ended: reasons, next steps where they are registered, and how long it had lasted."""
    yield from reason_tables(ledger, words)
    yield from _next_steps(ledger, words)
    yield from _lengths(ledger)


def reason_tables(ledger: Ledger, words: Words) -> Iterable[DraftTable]:
    """The reasons of the exits."""
    language, found = ledger.language, ledger.table("avslutsanledning")
    if found.parts() - {UNKNOWN}:
        yield category_table(
            ledger,
            Categories(found, words.of_list(CodeList.EXIT_REASON), merges="others"),
            language.text("Exits by reason"),
            column_label(language, "deltaganden", "avslutsanledning"),
            rests_on(ledger),
        )


def _next_steps(ledger: Ledger, words: Words) -> Iterable[DraftTable]:
    language, found = ledger.language, ledger.table("nästa_steg")
    if found.parts() - {UNKNOWN}:
        note = language.text("One person can have several next steps.")
        yield category_table(
            ledger,
            Categories(found, words.steps()),
            language.text("Exits by next step"),
            column_label(language, "deltaganden", "nästa_steg"),
            (note, *rests_on(ledger)),
        )


def _lengths(ledger: Ledger) -> Iterable[DraftTable]:
    language, found = ledger.language, ledger.table("längd")
    bands = {band: language.text(BANDS[band]) for band in LENGTHS}
    if found.parts():
        yield category_table(
            ledger,
            Categories(found, bands, merges="beside"),
            language.text("Exits by how long they had lasted"),
            language.text("Time in the intervention"),
            rests_on(ledger),
        )
