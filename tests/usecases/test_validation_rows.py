"""A row as a whole: required, missing and declined, the rules of what is rejected."""

from datetime import date

import pytest

from tests.factories import a_follow_up, an_entry, an_exit
from tests.usecases.validating import ENDED, a_context, said
from tracker.validation.checking import check_row
from tracker.validation.context import EpisodeRef
from tracker.validation.kinds import KINDS

STORED = {
    "id": 11,
    "intervention_id": 1,
    "number": "K-001",
    "start_date": date(2021, 2, 2),
    "end_date": None,
    "exit_reason": None,
    "voided": False,
    "work_before": 25,
    "work_before_why": None,
}


def checked(kind, draft, context=None, **options):
    return check_row(KINDS[kind], draft, context or a_context("en"), **options)


def problems(kind, draft, context=None, **options):
    """(column, sentence) of each problem."""
    found = checked(kind, draft, context, **options).problems
    return list(zip([each.column for each in found], said(found), strict=True))


def test_a_right_entry_has_every_column_of_the_table():
    row = checked("deltaganden", an_entry())
    assert row.problems == ()
    assert row.key == (1, "K-001")
    assert row.values["support_before"] == 0b1000001
    assert row.values["work_before"] == 0
    assert row.values["end_date"] is None
    assert row.values["voided"] is False
    assert set(row.values) >= {"sex", "sex_why", "municipality", "municipality_why", "may_contact"}


def test_rows_of_one_kind_have_the_same_columns_whatever_is_filled_in():
    full = checked("deltaganden", an_entry(**an_exit()))
    voided = checked("deltaganden", an_entry(avslutsanledning="felregistrering"))
    bare = checked("deltaganden", {"insats": "krus", "deltagande": "1", "startdatum": "20210202"})
    assert not full.problems + voided.problems + bare.problems
    assert set(full.values) == set(voided.values) == set(bare.values)


def test_empty_unknown_and_declined_differ():
    row = checked(
        "deltaganden", an_entry(arbete_före="", studier_före="vet_ej", hälsa_före="vill_ej")
    )
    assert (row.values["work_before"], row.values["work_before_why"]) == (None, None)
    assert (row.values["study_before"], row.values["study_before_why"]) == (None, "vet_ej")
    assert (row.values["health_before"], row.values["health_before_why"]) == (None, "vill_ej")


def test_unknown_is_no_value_of_a_column_that_is_not_about_a_person():
    assert problems("deltaganden", an_entry(startdatum="vet_ej")) == [
        ("startdatum", "“vet_ej” is not a date. Write it as 2022-01-20 or 20220120.")
    ]


def test_every_problem_of_a_row_is_told():
    draft = {"kön": "kvinan", "startdatum": "2030-01-01", "arbete_före": "120", "hittepå": "1"}
    found = dict(problems("deltaganden", draft))
    assert set(found) == {"kön", "startdatum", "arbete_före", "hittepå", "insats", "deltagande"}
    assert found["insats"] == "Fill in insats."
    assert "Known: insats, deltagande" in found["hittepå"]


def test_blanks_around_a_cell_do_not_matter():
    row = checked("deltaganden", {**an_entry(), "kön": " man ", "kommun": "  "})
    assert row.values["sex"] == "man"
    assert row.values["municipality"] is None


def test_an_update_holds_only_what_is_filled_in():
    row = checked(
        "deltaganden",
        {"insats": "krus", "deltagande": "K-001", "arbete_före": "", "kön": "man"},
        stored=STORED,
    )
    assert row.problems == ()
    assert row.values == {"intervention_id": 1, "number": "K-001", "sex": "man", "sex_why": None}


def test_an_update_with_clearing_empties_what_is_given_empty():
    draft = {"insats": "krus", "deltagande": "K-001", "arbete_före": "", "startdatum": ""}
    row = checked("deltaganden", draft, stored=STORED, clearing=True)
    assert row.values["work_before"] is None
    assert said(row.problems) == ["Fill in startdatum."]


def test_a_value_that_is_filled_in_takes_the_reason_for_its_absence_away():
    row = checked("deltaganden", {"arbete_före": "50"}, stored=STORED)
    assert row.values == {"work_before": 50, "work_before_why": None}


@pytest.mark.parametrize(
    ("changes", "column", "sentence"),
    [
        ({"slutdatum": "2021-01-01"}, "slutdatum", "slutdatum 2021-01-01 comes before startdatum"),
        ({"avslutsanledning": ""}, "avslutsanledning", "An exit needs its reason"),
        ({"slutdatum": ""}, "slutdatum", "A reason needs its date"),
        ({"slutdatum": "2022-03-02"}, "slutdatum", "2022-03-02 is after today"),
        ({"nästa_steg": "inget+arbete"}, "nästa_steg", "“inget” cannot stand with other codes."),
        ({"försörjning_efter": "ingen+annan"}, "försörjning_efter", "“ingen” cannot stand"),
    ],
)
def test_what_is_wrong_about_an_exit(changes, column, sentence):
    [(told, problem)] = problems("deltaganden", an_entry(**an_exit(**changes)))
    assert told == column
    assert sentence in problem


def test_values_of_an_exit_need_its_date():
    draft = an_entry(**an_exit(slutdatum="", avslutsanledning="", hälsa_efter="vet_ej"))
    found = problems("deltaganden", draft)
    assert {sentence for _, sentence in found} == {
        "This belongs to an exit: fill in slutdatum and avslutsanledning too."
    }
    assert {"arbete_efter", "hälsa_efter", "får_kontaktas"} <= {column for column, _ in found}


def test_odd_is_not_wrong():
    draft = an_entry(
        **an_exit(arbete_efter="0", avslutsanledning="avliden", studier_efter="100"),
        tid_i_försörjning="3-5_år",
    )
    draft["försörjning_före"] = "ingen"
    assert problems("deltaganden", draft) == []


def test_a_misregistration_voids_and_drops_what_was_said_of_an_exit():
    draft = an_entry(avslutsanledning="felregistrering", arbete_efter="50")
    row = checked("deltaganden", draft)
    assert row.problems == ()
    assert row.values["voided"] is True
    assert row.values["exit_reason"] is row.values["work_after"] is None
    update = checked("deltaganden", {"avslutsanledning": "felregistrering"}, stored=STORED)
    assert update.values == {"voided": True}


def test_an_exit_cannot_be_moved_past_its_follow_ups():
    ref = EpisodeRef(11, date(2021, 2, 2), date(2021, 10, 1), False, date(2022, 1, 5))
    context = a_context("en", episodes={(1, "K-001"): ref})
    stored = {**STORED, "end_date": date(2021, 10, 1), "exit_reason": "annan"}
    assert problems("deltaganden", {"slutdatum": "2022-01-06"}, context, stored=stored) == [
        ("slutdatum", "There is a follow-up on 2022-01-05; the exit cannot come after it.")
    ]
    assert problems("deltaganden", {"slutdatum": "2022-01-05"}, context, stored=stored) == []


@pytest.mark.parametrize(
    ("changes", "column", "sentence"),
    [
        ({"deltagande": "K-009"}, "deltagande", "There is no participation K-009"),
        ({"deltagande": "K-002"}, "deltagande", "Participation K-002 has not ended."),
        ({"deltagande": "K-003"}, "deltagande", "Participation K-003 is voided."),
        ({"datum": "2021-09-30"}, "datum", "The follow-up comes before the exit on 2021-10-01."),
        ({"utfall": ""}, "utfall", "Fill in utfall."),
        ({"månader": "0"}, "månader", "“0” is not a whole number from 1 to 120."),
        ({"insats": "x"}, "insats", "“x” is not known here. Known: krus, navet."),
    ],
)
def test_what_is_wrong_about_a_follow_up(changes, column, sentence):
    [(told, problem)] = problems("uppföljningar", a_follow_up(**changes))
    assert told == column
    assert sentence in problem


def test_a_follow_up_points_to_its_episode():
    row = checked("uppföljningar", a_follow_up())
    assert row.values["episode_id"] == ENDED.id
    assert not {"intervention_id", "number"} & row.values.keys()
    assert row.key == (1, "K-001", 1)


@pytest.mark.parametrize(
    ("kind", "draft", "column", "sentence"),
    [
        (
            "insatser",
            {"insats": "ny", "namn": "Ny", "inriktning": "individ", "start": "2022-01-01",
             "slut": "2021-01-01"},
            "slut", "slut 2021-01-01 comes before start 2022-01-01.",
        ),
        (
            "insatser",
            {"insats": "ny", "namn": "Ny", "inriktning": "individ", "planerat_min": "9",
             "planerat_max": "8"},
            "planerat_max", "planerat_max is below planerat_min.",
        ),
        ("ekonomi", {"år": "2021", "slag": "bidrag", "till_och_med": "2020-12-31"},
         "till_och_med", "till_och_med is a day of the year 2021."),
        ("aktiviteter", {"mål": "presenterat", "benämning": "x"},
         "senast", "Fill in senast, genomförd or both."),
        ("aktiviteter", {"mål": "presenterat", "benämning": "x", "genomförd": "2022-03-02"},
         "genomförd", "2022-03-02 is after today, 2022-03-01."),
        ("antal", {"från": "2021-02-01", "till": "2021-01-01", "mått": "deltagare", "täljare": "1"},
         "till", "till 2021-01-01 comes before från 2021-02-01."),
        ("antal", {"från": "2021-01-01", "till": "2021-12-31", "mått": "deltagare"},
         "täljare", "Fill in täljare, or ja in dold."),
        ("antal", {"från": "2021-01-01", "till": "2021-12-31", "mått": "arbete-studier",
                   "täljare": "5", "nämnare": "6", "saknas": "2"},
         "nämnare", "nämnare is all of them"),
        ("antal", {"från": "2021-01-01", "till": "2021-12-31", "mått": "arbete-studier",
                   "täljare": "5"},
         "nämnare", "A share needs its whole: fill in nämnare."),
        ("antal", {"från": "2021-01-01", "till": "2021-12-31", "mått": "deltagare", "dold": "ja",
                   "täljare": "5"},
         "dold", "A hidden figure is empty"),
    ],
)  # fmt: skip
def test_what_is_wrong_about_other_kinds(kind, draft, column, sentence):
    [(told, problem)] = problems(kind, draft)
    assert told == column
    assert sentence in problem


@pytest.mark.parametrize(
    ("kind", "draft"),
    [
        ("insatser", {"insats": "ny", "namn": "Ny", "inriktning": "struktur", "slut": "2030-12-31",
                      "parter": "AF+FK", "uppföljningar": "12+3", "esf": "nej"}),
        ("enkätsvar", {"omgång": "2021-höst", "datum": "2021-10-15", "grupp": "styrelse",
                       "svar": "1", "fråga": "i1", "värde": "vet_ej"}),
        ("utskick", {"omgång": "2021-höst", "grupp": "styrelse", "antal": "24"}),
        ("ekonomi", {"år": "2021", "slag": "individinsats", "insats": "krus", "utfall": "1,5"}),
        ("aktiviteter", {"mål": "presenterat", "benämning": "x", "senast": "2030-01-01"}),
        ("bedömningar", {"mål": "presenterat", "period": "2021", "bedömning": "delvis"}),
        ("antal", {"från": "2021-01-01", "till": "2021-12-31", "mått": "deltagare", "dold": "ja"}),
        ("antal", {"från": "2021-01-01", "till": "2021-12-31", "mått": "volym", "täljare": "5",
                   "kön": "alla"}),
    ],
)  # fmt: skip
def test_right_rows_of_other_kinds(kind, draft):
    assert problems(kind, draft) == []


def test_an_activity_without_a_last_day_is_known_by_when_it_was_done():
    done = {"mål": "presenterat", "benämning": "x", "genomförd": "2021-05-04"}
    assert checked("aktiviteter", done).key == ("presenterat", "x", None, date(2021, 5, 4))
    due = {**done, "senast": "2021-06-30"}
    assert checked("aktiviteter", due).key == ("presenterat", "x", date(2021, 6, 30))


def test_both_sexes_together_are_stored_as_nothing():
    draft = {"från": "2021-01-01", "till": "2021-12-31", "mått": "volym", "täljare": "5"}
    assert checked("antal", {**draft, "kön": "alla"}).key == checked("antal", draft).key
    assert checked("antal", draft).values["municipality"] == ""


def test_a_large_file_does_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr("tracker.validation.checking.REMEMBERED", 10)
    context = a_context()
    for number in range(35):
        assert not checked("deltaganden", an_entry(deltagande=str(number)), context).problems
    assert len(context.memory["deltaganden"]["deltagande"]) <= 10
