"""What each type of field understands, refuses, says and writes back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes import NextStep, Sex, Support
from tests.usecases.validating import a_column, a_context
from tracker.validation.checking import describe
from tracker.validation.coded import OneCode, SeveralCodes, YesNo
from tracker.validation.dated import Day, PeriodLabel
from tracker.validation.fields import Refused
from tracker.validation.kinds import KINDS
from tracker.validation.numeric import DecimalNumber, Kronor, Months, PerCent, Whole
from tracker.validation.references import CountedMeasure, GoalId, InterventionKey, QuestionId
from tracker.validation.textual import Names, RunningNumber, ShortId, Text
from tracker.wording import language

SUPPORT = SeveralCodes(Support, "ingen")


def refused(field, text, **changes):
    """The sentence, in English, that refuses a text."""
    result = field.read(text, a_context(**changes))
    assert isinstance(result, Refused), result
    return language("en").text(result.message, **result.params)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (OneCode(Sex), "kvinna", "kvinna"),
        (OneCode(Sex), "Kvinna", "kvinna"),
        (SUPPORT, "ingen", 0),
        (SUPPORT, "sjukpenning", 1),
        (SUPPORT, "sjukpenning + a-kassa", 9),
        (SUPPORT, "a-kassa+a-kassa", 8),
        (SeveralCodes(NextStep, "inget"), "inget", 0),
        (YesNo(), "ja", True),
        (YesNo(), "NEJ", False),
        (Whole(0, 100), "0", 0),
        (PerCent(), "0", 0),
        (PerCent(), "100 %", 100),
        (PerCent(), "37,5", 37.5),
        (PerCent(), "33.33", 33.33),
        (PerCent(), "62,50 %", 62.5),
        (Whole(0, 100), "50,0", 50),
        (Kronor(), "1200000", 120000000),
        (Kronor(), "1 200 000,5", 120000050),
        (Kronor(), "1\N{NO-BREAK SPACE}200\N{NO-BREAK SPACE}000.50", 120000050),
        (Kronor(), "-12,25", -1225),
        (Kronor(), "−12,25", -1225),
        (Kronor(), "100 kr", 10000),
        (DecimalNumber(), "12,50", "12.5"),
        (DecimalNumber(), "-0,0", "0"),
        (DecimalNumber(), "1 200", "1200"),
        (Months(), "12 + 3+6+3", "3+6+12"),
        (Day(), "2022-03-01", date(2022, 3, 1)),
        (Day(), "20210301", date(2021, 3, 1)),
        (Day(happened=False), "2030-01-01", date(2030, 1, 1)),
        (PeriodLabel(), "2021-h1", "2021-H1"),
        (RunningNumber(), "K-078", "K-078"),
        (ShortId(), "första-steget", "första-steget"),
        (Names(), "Lillby + Storby+Lillby", "Lillby+Storby"),
        (Text(), "Fullmäktige Åby", "Fullmäktige Åby"),
        (InterventionKey(), "krus", 1),
        (InterventionKey(), "KRUS", 1),
        (GoalId(), "presenterat", "presenterat"),
        (QuestionId(), "i1", "i1"),
        (CountedMeasure(), "deltagare", "deltagare"),
        (CountedMeasure(), "arbete-studier", "arbete-studier"),
        (CountedMeasure(), "tabell:försörjning_efter", "tabell:försörjning_efter"),
    ],
)
def test_understood(field, text, value):
    context = a_context()
    assert field.read(text, context) == value
    assert field.read(field.written(value, context), context) == value


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (OneCode(Sex), "kvinan", "“kvinan” is not known here. Did you mean “kvinna”? Known: kvi"),
        (OneCode(Sex), "x", "“x” is not known here. Known: kvinna, man."),
        (SUPPORT, "ingen+a-kassa", "“ingen” cannot stand with other codes."),
        (SUPPORT, "akassa", "“akassa” is not known here. Did you mean “a-kassa”?"),
        (YesNo(), "kanske", "“kanske” is not known here. Known: ja, nej."),
        (Whole(0, 100), "101", "“101” is not a whole number from 0 to 100."),
        (Whole(1, 5), "0", "“0” is not a whole number from 1 to 5."),
        (Whole(0, 100), "12,5", "“12,5” is not a whole number"),
        (Whole(0, 100), "-1", "“-1” is not a whole number"),
        (PerCent(), "100,01", "“100,01” is not a percentage from 0 to 100, such as 50 or 37,5."),
        (PerCent(), "12,345", "“12,345” is not a percentage"),
        (PerCent(), "-1", "“-1” is not a percentage"),
        (Kronor(), "1,200", "“1,200” is not an amount in kronor. Write for example 1200000"),
        (Kronor(), "12 34", "“12 34” is not an amount"),
        (Kronor(), "1,200,000", "is not an amount"),
        (DecimalNumber(), "tolv", "“tolv” is not a number."),
        (Months(), "3,6", "“3,6” is not a list of months. Write for example 3+6+12."),
        (Months(), "0+3", "is not a list of months"),
        (Day(), "2022-03-02", "2022-03-02 is after today, 2022-03-01."),
        (Day(), "2022-02-30", "“2022-02-30” is not a date. Write it as 2022-01-20 or 20220120."),
        (Day(), "1/2 2022", "is not a date"),
        (Day(), "0021-01-01", "is not a date"),
        (PeriodLabel(), "2021-H3", "“2021-H3” is not a period."),
        (RunningNumber(), "K 078", "“K 078” is not a running number."),
        (RunningNumber(), "Ö-1", "is not a running number"),
        (RunningNumber(), "K" * 25, "is not a running number"),
        (ShortId(), "två ord", "“två ord” is not a short id."),
        (Text(5), "längre", "The text has 6 characters; at most 5 fit."),
        (InterventionKey(), "kruss", "“kruss” is not known here. Did you mean “krus”?"),
        (GoalId(), "arbete", "“arbete” is not known here. Did you mean “arbete-studier”?"),
        (QuestionId(), "i15", "“i15” is not known here."),
        (CountedMeasure(), "presenterat", "The goal presenterat is not measured by counts."),
        (CountedMeasure(), "tabell:", "“tabell:” is not known here."),
    ],
)  # fmt: skip
def test_refused_with_what_would_be_right(field, text, sentence):
    assert sentence in refused(field, text)


def test_a_long_refused_text_is_shortened():
    assert len(refused(YesNo(), "x" * 500)) < 150


def test_an_empty_list_of_known_things_is_told():
    assert "Known: –." in refused(GoalId(), "x", goals={})


@given(st.sets(st.sampled_from(list(Support))))
def test_several_codes_are_written_back_as_they_were(codes):
    text = "+".join(code.value for code in codes) or "ingen"
    value = SUPPORT.read(text, a_context())
    assert set(SUPPORT.written(value, a_context()).split("+")) == set(text.split("+"))


@given(st.integers(-99_999_999_999, 99_999_999_999))
def test_kronor_are_exact_to_the_ore(ore):
    assert Kronor().read(Kronor().written(ore, a_context()), a_context()) == ore


@given(st.decimals(-(10**6), 10**6, places=4))
def test_decimal_numbers_are_exact(number):
    field = DecimalNumber()
    value = field.read(format(number, "f").replace(".", ","), a_context())
    assert value == "0" if not number else number == type(number)(value)
    assert field.read(field.written(value, a_context()), a_context()) == value


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (OneCode(Sex), "man", "Man"),
        (SUPPORT, 9, "Sjukpenning (även rehabiliteringspenning), A-kassa"),
        (SUPPORT, 0, "Ingen offentlig försörjning"),
        (YesNo(), True, "Ja"),
        (PerCent(), 50.0, "50 %"),
        (Whole(1, 5), 3, "3"),
        (Day(), date(2022, 1, 20), "torsdag 20 januari 2022"),
        (InterventionKey(), 2, "Navet i Lillby"),
        (Names(), "Lillby+Storby", "Lillby, Storby"),
        (CountedMeasure(), "anonyma", "Anonyma deltagare"),
        (Kronor(), 120000050, "1\N{NO-BREAK SPACE}200\N{NO-BREAK SPACE}001\N{NO-BREAK SPACE}kr"),
    ],
)
def test_shown_in_words(field, value, words):
    assert field.shown(value, a_context()) == words


@pytest.mark.parametrize("code", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_column_says_what_would_be_right(kind, code):
    context = a_context(code)
    for column in kind.columns:
        sentence = describe(column, context)
        assert sentence.endswith(".")
        assert ("vill_ej" in sentence) == column.personal


def test_what_would_be_right_names_the_codes():
    assert describe(a_column("uppföljningar", "utfall"), a_context("en")) == (
        "One of: svarat, ej_nådd, avböjt, avliden."
    )
    assert describe(a_column("deltaganden", "hälsa_före"), a_context("sv")) == (
        "Ett heltal från 1 till 5. Eller vet_ej (tillfrågad, vet inte) eller vill_ej "
        "(vill inte svara)."
    )
