"""Nothing that identifies a person comes in, and no message repeats it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_follow_up, an_entry
from tests.usecases.validating import a_context
from tracker.validation.checking import check_row
from tracker.validation.identifiers import looks_like_identifier
from tracker.validation.kinds import KINDS
from tracker.wording import language

IDENTIFIERS = [
    "810301-1234", "8103011234", "198103011234", "19810301-1234", "810301+1234", "810361-1234",
    "19810361-1234", "810301 1234", "19810301 1234", "1981-03-01-1234", "81 03 01 12 34",
    "81-03-01-1234", "K810301-1234", "810301–1234", "810301−1234", "810301 - 1234",
    "8103011234.0", "000101-0000", "19811228-9874", "8-1-1-2-2-8-9-8-7-4",
    "19810301\N{NO-BREAK SPACE}1234", "８１０３０１-１２３４", "hon är 810301-1234, ring",
    "anna@exempel.se", "anna.b@exempel", "070-123 45 67", "0701234567", "+46701234567",
    "+46 70 123 45 67", "+46 (0)70 123 45 67", "0046701234567", "46701234567", "08-123 456 78",
    "08-123456", "0480-12345", "K-0701234567", "ring 0733-445566 snart", "(070) 1234567",
    "070/1234567", "810301\N{NON-BREAKING HYPHEN}1234", "810301\N{HYPHEN}1234",
    "810301\N{SOFT HYPHEN}1234", "810301\N{EM DASH}1234", "810301\N{ZERO WIDTH SPACE}-1234",
    "070\N{NON-BREAKING HYPHEN}123 45 67", "070.123.45.67", "08.123.456.78",
    "701234567", "anna(at)exempel.se", "anna [AT] exempel.se", "19810301-TF12", "810301-TF12",
]  # fmt: skip
HARMLESS = [
    "", "20210301", "2021-03-01", "K-078", "N001", "1200000", "2303000", "2021", "2021-2022",
    "202101-202106", "2021-01..2021-06", "20210301-20210630", "210301-210630", "2021-0012", "0001",
    "00000123", "16-24", "60-", "222000-1234", "802437-1234", "2021-ack-T2", "K-2021-0001",
    "2021-03-01 till 2021-06-30", "2021-03-01 2021-06-30", "2021-03-01/2021-06-30", "01-02-2021",
    "möte 5/3 2021 och 08-02-2021", "2021 2022 2023", "12 000 000", "1 200 000,50", "2021-höst",
    "Lillby+Storby", "sjukpenning+försörjningsstöd", "möte 08.12.21", "08.12.2021", "0.1234567",
    "kl 08.15-09.30", "möte (at Lillby)", "[att]", "20210301-TF",
]  # fmt: skip


@pytest.mark.parametrize("text", IDENTIFIERS)
def test_an_identifier_is_seen_in_any_common_writing(text):
    assert looks_like_identifier(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_dates_running_numbers_years_and_money_are_harmless(text):
    assert not looks_like_identifier(text)


@given(
    st.dates(), st.integers(0, 9999), st.sampled_from(["", "-", "+", " ", " - "]), st.booleans(),
    st.booleans(),
)  # fmt: skip
def test_every_personnummer_and_samordningsnummer_is_seen(day, last, gap, long, coordination):
    century = f"{1900 + day.year % 120:04}"
    year = century if long else century[2:]
    number = f"{year}{day.month:02}{day.day + 60 * coordination:02}{gap}{last:04}"
    assert looks_like_identifier(number)
    assert looks_like_identifier(f"se {number}.")


@given(st.dates())
def test_no_date_is_taken_for_an_identifier(day):
    assert not looks_like_identifier(f"{day:%Y-%m-%d}".rjust(10, "2"))
    assert not looks_like_identifier(f"{2000 + day.year % 100}{day:%m%d}")


@given(st.integers(1990, 2100), st.integers(1, 9999), st.sampled_from(["K", "N-", "KR-", ""]))
def test_no_running_number_is_taken_for_an_identifier(year, number, beginning):
    assert not looks_like_identifier(f"{beginning}{number:03}")
    assert not looks_like_identifier(f"{beginning}{year}-{number:03}")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@pytest.mark.parametrize("text", ["810301-1234", "19810301-1234", "anna@exempel.se", "0701234567"])
def test_no_column_lets_one_in_or_repeats_it(kind, text):
    context = a_context()
    for column in kind.columns:
        problems = check_row(kind, {column.name: text}, context).problems
        named = [problem for problem in problems if problem.column == column.name]
        assert named, column.name
        for problem in problems:
            for code in ("sv", "en"):
                assert text not in language(code).problem(problem)
            assert text not in repr(problem)


@pytest.mark.parametrize("text", IDENTIFIERS)
def test_the_message_proposes_a_running_number(text):
    draft = an_entry(deltagande=text)
    [problem] = check_row(KINDS["deltaganden"], draft, a_context()).problems
    assert problem.column == "deltagande"
    assert "K-001" in language("sv").problem(problem)
    assert text not in language("sv").problem(problem)


def test_a_date_and_an_amount_are_never_taken_for_one():
    context = a_context()
    assert not check_row(KINDS["deltaganden"], an_entry(startdatum="20210301"), context).problems
    assert not check_row(KINDS["uppföljningar"], a_follow_up(datum="20211101"), context).problems
    money = {"år": "2021", "slag": "bidrag", "utfall": "810301123"}
    assert not check_row(KINDS["ekonomi"], money, context).problems


def test_an_unknown_column_is_not_repeated_when_its_name_is_one():
    [problem, *_] = check_row(KINDS["aktiviteter"], {"810301-1234": "x"}, a_context()).problems
    assert "810301" not in language("sv").problem(problem)
