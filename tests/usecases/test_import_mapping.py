"""`--mapping`: another system's headers and codes."""

import pytest

from tests.factories import PLAN, a_plan, a_store, a_workspace
from tests.usecases.files import a_file, counts, taken
from tracker.errors import UsageError
from tracker.registration import episode

MAPPING = """
[columns]
"Insatsens namn" = "insats"
"Löpnr" = "deltagande"
"In" = "startdatum"
"Försörjning vid start" = "försörjning_före"
"Handläggare" = ""

[values.kön]
"K" = "kvinna"
M = "man"

[values.insats]
"KRUS Kalmar" = "krus"

[values.försörjning_före]
"Soc" = "försörjningsstöd"
"Sjuk" = "sjukpenning"
"-" = ""
"""
THEIRS = """Insatsens namn;LÖPNR;In;Kön;Försörjning vid start;Handläggare
KRUS Kalmar;K-1;2021-02-01;K;Soc+Sjuk;Anna Andersson
krus;K-2;2021-02-01;man;-;070-123 45 67
"""


def test_headers_and_codes_are_told_in_ours(workspace, tmp_path):
    mapping = a_file(tmp_path, MAPPING, "mapping.toml")

    assert counts(taken(workspace, "deltaganden", THEIRS, mapping=mapping)) == (2, 0, 0, 0)
    first = episode(workspace, "krus", "K-1")
    assert first["försörjning_före"] == "sjukpenning+försörjningsstöd"
    assert first["kön"] == "kvinna"
    assert episode(workspace, "krus", "K-2")["försörjning_före"] == ""


def test_a_question_has_another_name(tmp_path):
    workspace = a_workspace(a_store(tmp_path, a_plan(PLAN)))
    mapping = a_file(tmp_path, '[columns]\n"Fråga 1" = "i1"\n', "mapping.toml")
    text = "omgång;datum;grupp;svar;Fråga 1\n2021;2021-10-15;chefer;1;3\n"

    assert counts(taken(workspace, "enkätsvar", text, mapping=mapping)) == (1, 0, 0, 0)
    workspace.close()


@pytest.mark.parametrize(
    ("text", "key", "nearest", "line"),
    [
        ('[column]\n"In" = "startdatum"\n', "column", "columns", 1),
        ('[columns]\n"In" = "startdtum"\n', "In", "startdatum", 2),
        ("[columns]\nIn = 3\n", "In", "citattecken", 2),
        ('[values.kun]\nK = "kvinna"\n', "values.kun", "kön", 1),
        ('[values.kön]\nK = "kvina"\n', "kvina", "kvinna", 2),
        ("[values.kön]\nK = 1\n", "K", "citattecken", 2),
        ('[values]\nkön = "K"\n', "values.kön", "tabell", 2),
        ('columns = "x"\n', "columns", "tabell", 1),
    ],
)
def test_a_wrong_mapping_names_its_key_and_what_would_be_right(
    workspace, tmp_path, text, key, nearest, line
):
    mapping = a_file(tmp_path, text, "mapping.toml")

    with pytest.raises(UsageError) as raised:
        taken(workspace, "deltaganden", THEIRS, mapping=mapping)

    said = workspace.language.problem(raised.value.problems[0])
    assert raised.value.exit_code == 2
    assert key in said
    assert nearest in said
    assert raised.value.problems[0].row == line


@pytest.mark.parametrize("text", ["[columns\n", "a = \xff"])
def test_a_mapping_that_is_no_toml(workspace, tmp_path, text):
    mapping = a_file(tmp_path, text, "mapping.toml", encoding="latin-1")

    with pytest.raises(UsageError):
        taken(workspace, "deltaganden", THEIRS, mapping=mapping)


def test_a_mapping_that_is_not_there(workspace, tmp_path):
    for missing in (tmp_path / "saknas.toml", tmp_path):
        with pytest.raises(UsageError):
            taken(workspace, "deltaganden", THEIRS, mapping=missing)


def test_two_headers_for_one_column(workspace, tmp_path):
    mapping = a_file(tmp_path, '[columns]\n"In" = "startdatum"\n', "mapping.toml")
    text = "insats;deltagande;startdatum;In\nkrus;K-1;2021-01-01;2021-01-01\n"

    assert counts(taken(workspace, "deltaganden", text, mapping=mapping)) == (0, 0, 0, 1)
