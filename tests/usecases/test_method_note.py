"""The method note: what it says follows from the settings, the plan and the figures."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.usecases.noted import EXITS, PLACE, UNKNOWN, an_example, document, published
from tracker.goals import Status
from tracker.methods import method_note, numbered_cards
from tracker.methods.readings import METHODS, READINGS
from tracker.methods.unknown import RULES
from tracker.reports.method import method_report, method_section
from tracker.reports.numbered import numbered
from tracker.wording import language

FORBIDDEN = ("signifikant", "felmarginal", "p-värde", "p-value", "margin of error", "significant")
PARTS = [
    "Så läses utfallen", "Osäkerhetsintervall (95\N{NO-BREAK SPACE}%)", "Minsta antal",
    "Det som är okänt", "Antal jämförelser", "Vad som räknas som avslut",
]  # fmt: skip


@pytest.fixture(scope="module")
def scorecard(tmp_path_factory):
    return published(an_example(tmp_path_factory.mktemp("example")))


def note(scorecard, code="sv", **options):
    return method_note(scorecard, language(code), **options)


def told(scorecard, heading, code="sv"):
    """The paragraphs below a heading, with common blanks."""
    sections = note(scorecard, code)
    found = next(section for section in sections if section.heading.startswith(heading))
    return " ".join(found.paragraphs).replace("\N{NO-BREAK SPACE}", " ")


def changed(scorecard, *, settings=None, cards=None, **each):
    """The scorecard with other settings, and every reading changed."""
    plan = replace(scorecard.plan, settings=replace(scorecard.plan.settings, **(settings or {})))
    goals = tuple(replace(card, reading=replace(card.reading, **each)) for card in scorecard.goals)
    return replace(scorecard, plan=plan, goals=cards or goals)


def test_the_example_in_the_documents_is_the_note_as_it_is_made(scorecard):
    assert document(scorecard) == PLACE.read_text(encoding="utf-8"), (
        "look at the change, then run: python -m tests.usecases.noted"
    )


def test_the_note_has_its_parts_and_then_every_goal(scorecard):
    sections = note(scorecard)
    assert [section.heading for section in sections[:6]] == PARTS
    assert sections[6].heading == "Målens definitioner"
    assert [section.level for section in sections[7:]] == [2] * len(scorecard.goals)
    assert all(section.paragraphs for section in sections if section is not sections[6])
    assert [section.heading for section in note(scorecard, definitions=False)] == PARTS


def test_it_is_half_a_page_to_a_page_without_the_definitions(scorecard):
    words = sum(
        len(paragraph.split())
        for section in note(scorecard, definitions=False)
        for paragraph in section.paragraphs
    )
    assert 200 < words < 450


@pytest.mark.parametrize("code", ["sv", "en"])
def test_words_that_mislead_are_never_used(scorecard, code):
    said = str([note(scorecard, code), note(changed(scorecard, inference="outcome"), code)])
    assert not [word for word in FORBIDDEN if word in said.casefold()]


def test_every_reading_method_and_rule_has_its_swedish():
    sv = language("sv")
    for message in [*READINGS.values(), *METHODS.values(), *RULES.values()]:
        assert sv.text(message) != message


def test_the_process_reading_says_what_it_assumes(scorecard):
    said = told(scorecard, "Så läses")
    assert "nästa års deltagare och regler liknar årets" in said
    assert "den enes utfall inte avgör den andres" in said
    assert "Intervallet visar vilka nivåer som stämmer med utfallet när slumpen räknas in." in said
    assert "Ett enskilt år kan bli bättre eller sämre av en slump." in said
    assert "(95 %)" in said
    assert "Det gäller" not in said


def test_the_census_switch_is_printed_and_speaks_of_no_interval(scorecard):
    census = changed(scorecard, inference="outcome")
    bare = tuple(
        replace(card, figure=replace(card.figure, low=None, high=None, method=None))
        for card in census.goals
    )
    census = replace(census, goals=bare)
    said = told(census, "Så läses")
    assert "Totalräkning: utfallet är det som hände under perioden" in said
    assert "fakta är desamma i alla läsningar" in said
    assert "av en slump" not in said
    assert told(census, "Osäkerhetsintervall") == "Ingen uppgift här har något intervall."
    assert told(census, "Minsta antal").endswith("Med färre än 10 personer ges inget procenttal.")


def test_several_readings_name_their_goals(scorecard):
    first, *rest = scorecard.goals
    other = replace(first, reading=replace(first.reading, inference="population"))
    said = told(replace(scorecard, goals=(other, *rest)), "Så läses")
    numbers = {card.goal.id: number for number, card in numbered_cards(scorecard)}
    assert f"vilket de inte behöver vara. Det gäller mål {numbers[first.goal.id]}." in said
    assert "inte har förskjutits. Det gäller mål " in said


def test_each_figure_is_told_with_the_method_that_made_it(scorecard):
    said = told(scorecard, "Osäkerhetsintervall")
    assert said.startswith(
        "Wilsons intervall för en andel: mål 3. Wilsons intervall på det effektiva antalet svar, "
        "eftersom en person ger flera: mål 1 och 2."
    )
    assert "Wilson, mid-P (jämnast åt båda håll) och exakt (försiktigast) finns att välja" in said
    others = tuple(
        replace(card, figure=replace(card.figure, method="midp" if card.figure.method else None))
        for card in scorecard.goals
    )
    said = told(replace(scorecard, goals=others), "Osäkerhetsintervall")
    assert said.startswith("Mid-P-intervall för en andel: mål 1, 2 och 3.")
    assert "Wilsons intervall drar något" not in said


def test_the_confidence_stands_as_it_is(scorecard):
    heading = note(changed(scorecard, settings={"confidence": 0.995}))[1].heading
    assert heading == "Osäkerhetsintervall (99,5\N{NO-BREAK SPACE}%)"


def test_smallest_numbers_are_those_of_the_settings(scorecard):
    said = told(changed(scorecard, settings={"min_show": 7, "min_judge": 12}), "Minsta antal")
    assert "färre än 7 personer" in said
    assert "Med färre än 12 personer ges varken procenttal eller bedömning." in said


def test_what_is_unknown_and_who_answered(scorecard):
    said = told(scorecard, "Det som är okänt")
    assert "räknas som att målet inte nåtts" in said
    assert f"Okända utfall: mål 3: {UNKNOWN} av {EXITS}." in said
    assert "Svarsandel: mål 1: 45 av 60 (75 %); mål 2: 45 av 60 (75 %)." in said


def test_rules_that_differ_name_their_goals(scorecard):
    exits = next(card for card in scorecard.goals if card.goal.measure == "exits")
    other = replace(exits, reading=replace(exits.reading, unknown="bounds"))
    said = told(replace(scorecard, goals=(*scorecard.goals, other)), "Det som är okänt")
    assert "hur många de är står bredvid. Det gäller mål 3." in said
    assert "sägs inget om det. Det gäller mål 4." in said


@pytest.mark.parametrize(
    ("eligible", "expected"),
    [
        (9, "Svarsandel: mål 1: 8 av 9."),
        (10, "Svarsandel: mål 1: 8 av 10 (80 %)."),
        (None, "Svarsandel: mål 1: 8 har svarat, hur många som tillfrågades är inte känt."),
    ],
)
def test_no_percentage_of_few_and_none_of_a_number_that_is_not_known(scorecard, eligible, expected):
    card = next(card for card in scorecard.goals if card.goal.measure == "survey")
    card = replace(card, figure=replace(card.figure, persons=8, eligible=eligible))
    assert told(replace(scorecard, goals=(card,)), "Det som är okänt").endswith(expected)


def test_what_is_hidden_is_not_told_here_either(scorecard):
    hidden = tuple(
        replace(card, figure=type(card.figure)(), status=Status.SUPPRESSED, hidden="small",
                splits={}, lines=())
        for card in scorecard.goals
    )  # fmt: skip
    said = str(note(replace(scorecard, goals=hidden), definitions=False))
    assert "Okända utfall" not in said
    assert "Svarsandel" not in said
    assert f"{UNKNOWN} av" not in said


def test_comparisons_are_counted_over_goals_parts_and_lines(scorecard):
    splits = [split for card in scorecard.goals for split in card.splits.values()]
    parts = [part.status for split in splits for part in split]
    goals = [card.status for card in scorecard.goals]
    judged = [status for status in [*goals, *parts] if status.value.endswith(("clear", "unclear"))]
    said = told(scorecard, "Antal jämförelser")
    assert len(judged) == 9
    assert "3 mål jämfördes med sina målvärden, 3 av dem med intervall." in said
    assert "Ytterligare 6 jämförelser med intervall gäller delar" in said
    expected = language("sv").number(Fraction(5, 100) * 9, 1)
    assert f"skulle ungefär {expected} av dessa 9 se tydliga ut, bara av en slump." in said


def test_a_changed_definition_is_said(scorecard):
    first, *rest = scorecard.goals
    other = replace(first, flags=(*first.flags, "definition_changed"))
    assert "Definitionen har ändrats" not in told(scorecard, "Vad som räknas")
    assert "jämförelse görs med det: mål 1." in told(
        replace(scorecard, goals=(other, *rest)), "Vad som räknas"
    )


def test_each_goal_is_defined_with_the_note_of_its_plan(scorecard):
    sections = {section.heading: section.paragraphs for section in note(scorecard)}
    for number, card in numbered_cards(scorecard):
        paragraphs = sections[f"{number}. {card.goal.text}"]
        assert paragraphs[0].startswith("Räknas: ")
        assert paragraphs[1] == f"Så har planen tolkats: {card.goal.note}"


def test_goals_have_the_numbers_of_the_report(scorecard):
    assert [(one.number, one.card) for one in numbered(language("sv"), scorecard)] == list(
        numbered_cards(scorecard)
    )


def test_every_report_holds_the_note_without_saying_twice_what_the_goals_mean(scorecard):
    section = method_section(language("sv"), scorecard)
    parts = note(scorecard, definitions=False)
    assert section.is_method
    assert [text.split(". ")[0] for text in section.paragraphs] == [part.heading for part in parts]
    for text, part in zip(section.paragraphs, parts, strict=True):
        assert all(paragraph in text for paragraph in part.paragraphs)


def test_the_note_as_a_document_has_a_heading_a_part(scorecard):
    report = method_report(language("en"), scorecard)
    assert report.title == "How the figures were made"
    assert [section.level for section in report.sections] == [2] * 7 + [3] * 4
