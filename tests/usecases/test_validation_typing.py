"""What forms do while somebody types: dates in short, codes by part of a word, one field."""

import subprocess
import sys
from datetime import date

import pytest

from tests.factories import TODAY
from tests.usecases.validating import a_column, a_context
from tracker.validation.checking import check_column, shown
from tracker.validation.completion import matches
from tracker.validation.dates_typed import typed_date
from tracker.validation.kinds import KINDS
from tracker.wording import language


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20/1", date(2022, 1, 20)),
        ("1/3", date(2022, 3, 1)),
        ("2/3", date(2021, 3, 2)),
        ("24/12", date(2021, 12, 24)),
        ("29/2", date(2020, 2, 29)),
        ("20.1", date(2022, 1, 20)),
        ("5/3 2021", date(2021, 3, 5)),
        ("5/3-21", date(2021, 3, 5)),
        ("5/3/2021", date(2021, 3, 5)),
        ("20240305", date(2024, 3, 5)),
        ("2024-03-05", date(2024, 3, 5)),
        ("240305", date(2024, 3, 5)),
        ("idag", TODAY),
        ("Idag", TODAY),
        ("i dag", TODAY),
        ("igår", date(2022, 2, 28)),
        ("yesterday", date(2022, 2, 28)),
        ("30/2", None),
        ("31/2 2021", None),
        ("241305", None),
        ("snart", None),
        ("", None),
        ("5", None),
    ],
)
def test_a_typed_date(text, day):
    assert typed_date(text, TODAY) == day


def field(kind, name, text, lang="sv"):
    return check_column(KINDS[kind], a_column(kind, name), text, a_context(lang))


def test_a_typed_date_is_shown_in_words_and_kept_in_file_form():
    result = field("deltaganden", "slutdatum", "20/1")
    assert result.values == {"end_date": date(2022, 1, 20)}
    assert (result.text, result.shown) == ("2022-01-20", "torsdag 20 januari 2022")
    assert field("deltaganden", "slutdatum", "20/1", "en").shown == "Thursday 20 January 2022"


def test_a_field_says_its_problem_and_holds_nothing():
    result = field("deltaganden", "slutdatum", "2/3 2022", "en")
    assert result.values == {}
    assert result.problem is not None
    assert result.problem.column == "slutdatum"
    assert "after today" in language("en").problem(result.problem)


def test_a_field_that_is_empty_unknown_or_declined():
    assert field("deltaganden", "hälsa_efter", " ").values == {
        "health_after": None,
        "health_after_why": None,
    }
    unknown = field("deltaganden", "hälsa_efter", "vet_ej")
    assert unknown.values == {"health_after": None, "health_after_why": "vet_ej"}
    assert (unknown.text, unknown.shown) == ("vet_ej", "Vet ej")


def test_a_stored_value_in_words():
    context = a_context()
    column = a_column("deltaganden", "kön")
    assert shown(column, {"sex": "man", "sex_why": None}, context) == "Man"
    assert shown(column, {"sex": None, "sex_why": "vill_ej"}, context) == "Vill ej svara"
    assert shown(column, {"sex": None, "sex_why": None}, context) == ""


@pytest.mark.parametrize(
    ("name", "typed", "first"),
    [
        ("avslutsanledning", "enl", "enligt_plan"),
        ("avslutsanledning", "ÅTER", "återtaget_samtycke"),
        ("avslutsanledning", "felr", "felregistrering"),
        ("arbetstyp_efter", "osub", "osubventionerat"),
        ("försörjning_efter", "för", "försörjningsstöd"),
        ("försörjning_efter", "a-kassa+för", "försörjningsstöd"),
        ("försörjning_efter", "stöd", "försörjningsstöd"),
        ("kön", "k", "kvinna"),
        ("plan_efter", "j", "ja"),
        ("insats", "lill", "navet"),
        ("kön", "vill", "vill_ej"),
    ],
)
def test_part_of_a_word_finds_the_code(name, typed, first):
    found = [code for code, _ in matches(a_column("deltaganden", name), typed, a_context())]
    assert first in found
    if typed != "stöd":
        assert found[0] == first


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("15", []),
        ("17", ["16-24", "16-19"]),
        ("20", ["20-24", "16-24"]),
        ("34", ["30-39"]),
        ("39", ["30-39"]),
        ("64", ["60-"]),
        ("3", ["30-39"]),
    ],
)
def test_an_age_finds_the_band_that_it_lies_in(typed, found):
    bands = matches(a_column("deltaganden", "åldersgrupp"), typed, a_context())
    assert [code for code, _ in bands] == found


def test_nothing_typed_offers_everything_and_nonsense_nothing():
    column = a_column("deltaganden", "arbetstyp_efter")
    codes = [code for code, _ in matches(column, "", a_context())]
    assert codes == ["osubventionerat", "subventionerat", "eget_företag", "vet_ej", "vill_ej"]
    assert matches(column, "xyz", a_context()) == []
    assert matches(a_column("deltaganden", "kommun"), "l", a_context()) == []


def test_labels_are_searched_in_the_readers_language():
    column = a_column("deltaganden", "kön")
    assert matches(column, "wom", a_context("en")) == [("kvinna", "Woman")]
    assert matches(column, "wom", a_context("sv")) == []


def test_goals_questions_and_measures_can_be_chosen():
    context = a_context()
    assert matches(a_column("aktiviteter", "mål"), "pres", context)[0][0] == "presenterat"
    assert matches(a_column("enkätsvar", "fråga"), "stöd", context)[0][0] == "i1"
    assert matches(a_column("antal", "mått"), "anon", context)[0][0] == "anonyma"


def test_knowing_the_kinds_loads_no_database():
    code = (
        "import sys; from tracker.validation import kinds, checking, completion, loading;"
        "print(sorted({'sqlmodel', 'sqlalchemy', 'pandas', 'numpy', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
