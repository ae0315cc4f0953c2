"""The checks of data quality: each finds what it is named for, and nothing that is in order."""

import pytest

from tests.factories import a_plan, a_store, a_workspace, an_entry, an_exit
from tests.usecases.odd_rows import ODD, TEXT, fill
from tracker.quality import delays, field_gaps, findings
from tracker.quality.catalogue import BY_NAME
from tracker.quality.words import row_text
from tracker.registration import save, void

SAID = {
    "uppföljning_efter_återkallat": "krus L-11 1",
    "uppföljning_trots_nej": "krus L-12 1",
    "samma_värde": "krus hälsa_efter: 3 för alla 33",
    "utfall_saknas": "navet 2021: 5 av 5 avslut",
    "luckor": "navet",
    "fler_svar_än_utdelade": "2021-höst deltagare_avslut krus: 3 svar på 2 enkäter",
    "svar_utan_utskick": "2021-höst deltagare_avslut",
    "utfall_utan_budget": "2021 guiden: 500 kr",
    "plansummor": "exempel-2021 SUMMA kostnader 2021: tryckt 360 000 kr, raderna ger 350 000 kr",
    "delar_över_totalen": "guiden 2021-01-01 2021-12-31 volym: 12 mot 10",
    "fler_än_deltagare": "guiden 2021-01-01 2021-12-31 påbörjade: 9 mot 8",
    "insats_utan_registrering": "tyst",
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """A store in which every check finds something."""
    workspace = a_workspace(a_store(tmp_path_factory.mktemp("odd"), a_plan(TEXT)))
    fill(workspace)
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def found(odd):
    return {each.check.name: each for each in findings(odd)}


def said(finding):
    return [row_text(row).replace("\N{NO-BREAK SPACE}", " ") for row in finding.rows]


@pytest.mark.parametrize("name", [name for name in ODD if name != "arbete_och_studier_över_100"])
def test_what_is_odd_about_one_episode_is_found_and_nothing_else(found, name):
    assert said(found[name]) == [f"krus {ODD[name][0]}"]


def test_work_and_studies_over_full_time_are_found_at_the_exit_and_after(found):
    assert said(found["arbete_och_studier_över_100"]) == ["krus L-06", "krus L-13 1"]


@pytest.mark.parametrize("name", [name for name in SAID if name not in ("samma_värde", "luckor")])
def test_what_is_odd_about_other_rows_is_found_and_nothing_else(found, name):
    assert said(found[name]) == [SAID[name]]


def test_a_rating_that_everybody_has_is_found(found):
    assert said(found["samma_värde"]) == [
        "krus hälsa_efter: 3 för alla 33",
        "krus arbetsförmåga_före: 3 för alla 35",
        "krus arbetsförmåga_efter: 6 för alla 33",
    ]


def test_two_alike_are_found_but_not_a_group_that_begins_together(found, odd, tmp_path):
    assert said(found["möjliga_dubbletter"]) == ["krus L-41", "krus L-42"]
    group = a_workspace(a_store(tmp_path))
    for number in ("K-1", "K-2", "K-3"):
        save(group, "deltaganden", an_entry(deltagande=number))
    names = {each.check.name for each in findings(group)}
    group.close()
    assert "möjliga_dubbletter" not in names


def test_late_registration_is_found(found):
    late = said(found["sen_registrering"])
    assert "krus L-13" in late
    assert not {"krus L-41", "krus L-42"} & set(late)


def test_errors_come_first_and_all_checks_found_something_here(found):
    order = [each.check.severity for each in found.values()]
    assert order == sorted(order, key=["error", "warning", "info"].index)
    assert set(BY_NAME) - set(found) == {"luckor"}


def test_a_column_with_many_gaps_is_found(tmp_path):
    workspace = a_workspace(a_store(tmp_path))
    for number in range(10):
        place = "" if number < 3 else "Lillby"
        education = "vet_ej" if number < 4 else "gymnasium"
        draft = an_entry(deltagande=f"K-{number}", kommun=place, utbildning=education)
        save(workspace, "deltaganden", draft)
    finding = next(each for each in findings(workspace) if each.check.name == "luckor")
    gaps = {gap.column: gap for gap in field_gaps(workspace)}
    workspace.close()
    assert said(finding) == ["kommun: 3 av 10 tomma"]
    assert (gaps["kommun"].required, gaps["kommun"].empty) == (10, 3)
    assert (gaps["utbildning"].unknown, gaps["utbildning"].empty) == (4, 0)
    assert "sjukfrånvaro_före" not in gaps
    assert "arbete_efter" not in gaps


def test_what_is_voided_is_not_looked_at(workspace):
    save(workspace, "deltaganden", an_entry(kön=""))
    assert next(each.check.name for each in findings(workspace)) == "okänt_kön"
    void(workspace, "krus", "K-001")
    assert findings(workspace) == ()


def test_an_empty_store_has_nothing_to_remark_on(workspace):
    assert findings(workspace) == ()
    assert delays(workspace) == ()
    assert field_gaps(workspace) == ()


def test_recent_exits_need_not_have_every_outcome_yet(workspace):
    for number in range(6):
        gaps = {"arbete_efter": "", "arbetstyp_efter": "", "nästa_steg": ""}
        exit_ = an_exit(slutdatum="2022-02-20", **gaps)
        save(workspace, "deltaganden", {**an_entry(deltagande=f"K-{number}"), **exit_})
    assert "utfall_saknas" not in {each.check.name for each in findings(workspace)}


def test_the_days_to_registration_are_told_by_intervention(workspace):
    for number, day in enumerate(("2022-02-27", "2022-02-25", "2022-02-09")):
        save(workspace, "deltaganden", an_entry(deltagande=f"K-{number}", startdatum=day))
    entry = delays(workspace)[0]
    assert (entry.insats, entry.event, entry.number) == ("krus", "entry", 3)
    assert (entry.median, entry.longest) == (4, 20)
