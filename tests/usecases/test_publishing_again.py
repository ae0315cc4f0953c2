"""What was handed out is remembered as it was, and a corrected figure is said to be corrected."""

import shutil
from dataclasses import replace

import pytest

from db.exported import rows_of
from db.published import publications
from db.tables import Episode
from tests.usecases.demos import a_demo, a_setting, opened
from tests.usecases.small_year import a_small_year
from tests.usecases.small_year import opened as opened_year
from tracker.exports.delivery import make_delivery, remember_delivery
from tracker.freezing.bundle import to_bytes
from tracker.freezing.making import freeze, remember_bundle
from tracker.freezing.verifying import verify
from tracker.periods import parse_period, year_of
from tracker.privacy import remember
from tracker.privacy.counts import Count, Publication, Sum
from tracker.registration import correct
from tracker.reports import make_report, remember_report
from tracker.reports.corrections import Correction, correction_words
from tracker.scorecard import make_scorecard
from tracker.wording import language

YEAR = year_of(2021)


@pytest.fixture
def year(tmp_path):
    workspace = opened_year(a_small_year(tmp_path))
    yield workspace
    workspace.close()


def kept(workspace):
    with workspace.store.read() as session:
        return publications(session, workspace.association.id)


def place(cell):
    return cell.measure, cell.of, cell.part, cell.insats, cell.sex, cell.start


def notes(report):
    tables = [table for section in report.sections for table in section.tables]
    return [note for table in tables for note in table.notes if note.startswith("Rättat")]


def test_parts_of_goals_that_were_hidden_are_remembered_as_hidden(year):
    card = make_scorecard(year, YEAR, by=("kön",), published=True)
    hidden = {
        one
        for one, reason in card.publication.reasons.items()
        if reason and one.measure != "avslutade"  # the exits stand in tables, too
    }
    assert {one.sex for one in hidden} >= {"kvinna", "man"}
    remember_report(year, make_report(year, YEAR))
    (one,) = kept(year)
    cells = {place(each): each.hidden for each in one.cells.values()}
    assert all(cells[place(each)] for each in hidden)


def test_what_a_card_shows_is_remembered_as_shown(year):
    card = make_scorecard(year, YEAR, by=("kön",), published=True)
    reasons = card.publication.reasons
    shown = {(each.measure, each.of) for each in reasons if not (each.sex or reasons[each])}
    assert ("avslutade", "") in shown
    assert {("hälsa", "n"), ("hälsa", "missing")} <= shown
    assert ("hälsa", "known") not in shown
    assert make_scorecard(year, YEAR).publication is None


def test_what_either_of_two_shows_is_shown():
    one, other = (Count("m", YEAR.start, YEAR.end, value) for value in (1, 2))
    both = Publication({one: None, other: "small"}).beside(Publication({one: "small", other: None}))
    assert both.reasons == {one: None, other: None}
    assert Publication().beside(Publication({one: "small"})).reasons == {one: "small"}


def test_a_corrected_figure_is_said_to_be_below_its_table(year):
    remember_report(year, make_report(year, YEAR))
    assert notes(make_report(year, YEAR)) == []
    with year.store.read() as session:
        found = rows_of(session, 1, Episode, ("number", "end_date", "intervention_id"))
    ended = next(row for row in found if row["end_date"] and row["end_date"].year == 2021)
    key = {"insats": "krus", "deltagande": ended["number"]}
    correct(year, "deltaganden", key, {"slutdatum": "2022-01-15"}, reason="fel år")
    said = notes(make_report(year, YEAR))
    assert said
    assert any("(var " in note for note in said)


def test_an_open_period_is_no_correction(year):
    early = replace(year, today=YEAR.start.replace(month=11))
    remember_report(early, make_report(early, YEAR))
    later = replace(year, today=YEAR.start.replace(month=12))
    assert notes(make_report(later, YEAR)) == []


def test_the_note_names_some_and_counts_the_rest():
    found = [Correction(f"Rad {number}", number) for number in range(8)]
    said = correction_words(language("sv"), found)
    assert "Rad 0 (var 0)" in said
    assert "Rad 5 (var 5)" in said
    assert "Rad 6" not in said
    assert said.endswith("och 2 till.")


@pytest.fixture(scope="module")
def made_demo(tmp_path_factory):
    setting = a_setting(size=None)
    return a_demo(tmp_path_factory.mktemp("demo") / "demo.db", setting), setting


@pytest.fixture
def demo(made_demo, tmp_path):
    place, setting = made_demo
    return shutil.copy2(place, tmp_path / "demo.db"), setting


def test_a_delivery_is_remembered_as_it_was_sent(demo):
    place, setting = demo
    with opened(place, setting) as source:
        period = year_of(setting.plan.year)
        first = make_delivery(source, period)
        remember_delivery(source, first)
        (one,) = [each for each in kept(source) if each.kind == "delivery"]
        sent = {}
        for row in first.table.rows:
            texts = dict(zip(first.table.headings, (cell.text for cell in row), strict=True))
            place_of = (texts["insats"], texts["mått"], texts["del"], texts["kön"] or None)
            sent[place_of] = texts["dold"] == "ja"
        for cell in one.cells.values():
            hidden = sent.get((cell.insats, cell.measure, cell.part, cell.sex))
            is_told_with_a_goal = cell.of == "x" and not cell.sex
            if hidden is not None and cell.of in ("", "x") and not is_told_with_a_goal:
                assert bool(cell.hidden) == hidden, cell
        again = make_delivery(source, period)
        assert again.hidden == first.hidden


def test_a_delivery_does_not_give_away_what_a_report_hid(demo):
    """A report hid a category of a table; the delivery may not show it."""
    place, setting = demo
    with opened(place, setting) as source:
        period = year_of(setting.plan.year)
        before = make_delivery(source, period)
        shown = next(
            count
            for count, reason in before.publication.reasons.items()
            if reason is None and count.part and not count.of and count.value
        )
        few, whole = replace(shown, part="få", value=2), replace(shown, part="alla")
        whole = replace(whole, value=shown.value + few.value)
        told = {whole: None, shown: "complementary", few: "small"}
        remember(source, told, [Sum(whole, (shown, few))], kind="report", subject="prov")
        after = make_delivery(source, period)
        assert after.publication.reasons[shown] == "earlier"


def test_the_year_before_is_not_told_beside_this_one_if_its_own_report_hid_it(demo):
    place, setting = demo
    with opened(place, setting) as source:
        period = year_of(setting.plan.year)
        card = make_scorecard(source, period, published=True)
        beside = next(one for one in card.goals if one.last_period and not one.last_period.hidden)
        told = [one for one in card.publication.reasons if one.start < period.start]
        assert all(one.end == period.start for one in told)
        hidden = [one for one in told if one.measure == beside.last_period.goal.id]
        assert {one.of for one in hidden} >= {"n"}
        remember(source, dict.fromkeys(hidden, "complementary"), [], kind="report", subject="före")
        again = make_scorecard(source, period, published=True).goal(beside.goal.id)
        assert again.last_period.hidden
        assert again.last_period.figure.persons is None


def test_a_frozen_bundle_is_remembered_and_the_same_when_made_again(year):
    bundle = freeze(year, YEAR)
    remember_bundle(year, bundle)
    (one,) = kept(year)
    assert one.kind == "export"
    assert {cell.sex for cell in one.cells.values()} >= {"kvinna", "man"}
    assert to_bytes(freeze(year, YEAR)) == to_bytes(bundle)
    assert verify(year, bundle).is_same


def test_the_same_again_whatever_was_handed_out_in_between(demo):
    """Report, delivery, interim, bundle, and all of them again: row by row the same."""
    place, setting = demo
    with opened(place, setting) as source:
        year, part = year_of(setting.plan.year), parse_period(f"{setting.plan.year}-ack-T2")
        first = [*handed_out(source, year), *handed_out(source, part)]
        again = [*handed_out(source, year), *handed_out(source, part)]
        made = len(kept(source))
        assert again == first
        assert [*handed_out(source, year)] == first[: len(first) // 2]
        assert len(kept(source)) == made


def handed_out(workspace, period):
    """A report, a delivery and a bundle, each remembered: what stands in them."""
    report = make_report(workspace, period)
    remember_report(workspace, report)
    yield [[table.rows for table in section.tables] for section in report.sections]
    delivered = make_delivery(workspace, period)
    remember_delivery(workspace, delivered)
    yield delivered.table
    bundle = freeze(workspace, period)
    remember_bundle(workspace, bundle)
    yield bundle.published
