"""A frozen period: nothing changed is said so, and of what changed every figure, and why."""

import io
import json
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from tests.factories import PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.usecases.files import taken
from tracker.cli import main
from tracker.errors import DataError, UsageError
from tracker.freezing import making
from tracker.freezing.bundle import from_bytes, to_bytes
from tracker.freezing.making import freeze
from tracker.freezing.verifying import verify
from tracker.freezing.words import cause_text, report_lines, to_document
from tracker.periods import year_of
from tracker.planning import apply_plan
from tracker.registration import correct, save, undo, void
from tracker.settings import change_setting

YEAR = year_of(2021)
NO_BREAK = "\N{NO-BREAK SPACE}"
MEASURED_MORE = """
[[goal]]
id = "kvar"
level = "individ"
text = "Kvar i arbete efter tre månader"
measure = "follow_up"
success = ["arbete"]
months = 3
target = "0.30"

[[goal]]
id = "stöd"
level = "individ"
text = "Upplever stöd"
measure = "survey"
indicators = [1]
groups = ["deltagare_avslut"]
target = "0.75"

[[goal]]
id = "andel"
level = "ekonomi"
text = "Pengar till individer"
measure = "money_share"
part = ["individinsats"]
whole = ["bidrag"]
target = "0.75"
"""


@pytest.fixture
def filled(tmp_path):
    """A store with twelve exits of 2021, six of them to work."""
    opened = a_workspace(a_store(tmp_path, a_plan(PLAN + MEASURED_MORE)))
    rows = [
        {
            **an_entry(deltagande=f"K-{number:02}", kön="kvinna" if number % 2 else "man"),
            **an_exit(
                slutdatum=f"2021-{number % 6 + 4:02}-10", arbete_efter=str(50 * (number % 2))
            ),
        }
        for number in range(12)
    ]
    taken(opened, "deltaganden", rows)
    taken(opened, "ekonomi", [{"år": "2021", "slag": "bidrag", "utfall": "1000000"},
                              {"år": "2021", "slag": "individinsats", "insats": "krus",
                               "utfall": "800000"}])  # fmt: skip
    yield opened
    opened.close()


@contextmanager
def reopened(workspace, **options):
    """The store as somebody opens it later, with what was set and applied since."""
    opened = a_workspace(workspace.store.where, **options)
    try:
        yield opened
    finally:
        opened.close()


def verified(workspace, bundle, **options):
    with reopened(workspace, **options) as opened:
        return verify(opened, bundle)


def whys(found, figure):
    each = next((one for one in found.differences if one.figure == figure), None)
    return None if each is None else [cause.why for cause in each.causes]


def test_nothing_changed_is_the_same(filled):
    bundle = from_bytes(to_bytes(freeze(filled, YEAR)), "a.zip")
    found = verified(filled, bundle)
    assert found.is_same
    assert found.same_data
    assert found.figures > 5
    assert "alla är som de var" in "\n".join(report_lines(filled.language, found))


def test_the_same_store_gives_the_same_bytes(filled):
    with reopened(filled) as again:
        assert to_bytes(freeze(filled, YEAR)) == to_bytes(freeze(again, YEAR))


def test_the_bundle_says_how_the_figures_were_made(filled):
    bundle = freeze(filled, YEAR)
    assert bundle.about["association"] == "Samordningsförbundet Exempel"
    assert bundle.about["data_digest"].startswith("sha256:")
    assert bundle.plan["plan"]["id"] == "exempel-2021"
    assert bundle.settings["in_force"]["min_show"] == "5"
    goal = bundle.published["goals"][0]
    assert (goal["x"], goal["n"]) == (6, 12)


def test_a_bundle_tells_nothing_of_persons_and_hides_what_is_few(tmp_path):
    workspace = a_workspace(a_store(tmp_path))
    for number in range(4):
        save(workspace, "deltaganden", {**an_entry(deltagande=f"HEMLIG-{number}"),
                                        **an_exit(slutdatum="2021-10-01")})  # fmt: skip
    content = to_bytes(freeze(workspace, YEAR))
    assert b"HEMLIG" not in content
    bundle = from_bytes(content, "a.zip")
    assert bundle.published["goals"][0]["n"] is None
    assert "delivery_key" not in content.decode("utf-8", "replace")
    with reopened(workspace) as again:
        secret = again.association.settings["delivery_key"]
    assert secret.encode() not in content
    workspace.close()


def test_a_late_exit_is_named(filled):
    bundle = freeze(filled, YEAR)
    save(filled, "deltaganden", {**an_entry(deltagande="K-99"), **an_exit(slutdatum="2021-11-30")})
    found = verified(filled, bundle)
    assert whys(found, "arbete-studier") == ["late_exits"]
    assert whys(found, "andel") is None
    text = "\n".join(report_lines(filled.language, found))
    assert "1 avslut i perioden registrerades i efterhand" in text
    assert "6 av 12" in text
    assert "7 av 13" in text


def test_a_late_exit_of_somebody_who_was_there_is_named(filled):
    save(filled, "deltaganden", an_entry(deltagande="K-50"))
    bundle = freeze(filled, YEAR)
    correct(filled, "deltaganden", {"insats": "krus", "deltagande": "K-50"},
            an_exit(slutdatum="2021-12-01"))  # fmt: skip
    assert whys(verified(filled, bundle), "arbete-studier") == ["late_exits"]


def test_a_late_follow_up_is_named(filled):
    bundle = freeze(filled, YEAR)
    draft = {"insats": "krus", "deltagande": "K-01", "månader": "3", "datum": "2021-08-12",
             "utfall": "svarat", "arbete": "100"}  # fmt: skip
    save(filled, "uppföljningar", draft)
    found = verified(filled, bundle)
    assert whys(found, "kvar") == ["added"]
    assert whys(found, "arbete-studier") is None


def test_a_correction_is_named(filled):
    bundle = freeze(filled, YEAR)
    correct(filled, "deltaganden", {"insats": "krus", "deltagande": "K-01"}, {"arbete_efter": "0"})
    found = verified(filled, bundle)
    assert whys(found, "arbete-studier") == ["corrected"]


def test_a_voided_row_is_named(filled):
    bundle = freeze(filled, YEAR)
    void(filled, "krus", "K-01")
    assert whys(verified(filled, bundle), "arbete-studier") == ["voided"]


def test_an_intervention_is_not_told_of_what_happened_to_another(filled):
    rows = [
        {
            **an_entry(insats="navet", deltagande=f"N-{number}"),
            **an_exit(slutdatum="2021-10-01", arbete_efter=str(50 * (number % 2))),
        }
        for number in range(12)
    ]
    taken(filled, "deltaganden", rows)
    bundle = freeze(filled, YEAR)
    correct(filled, "deltaganden", {"insats": "krus", "deltagande": "K-01"}, {"arbete_efter": "0"})
    save(filled, "deltaganden", {**an_entry(insats="navet", deltagande="N-99"),
                                 **an_exit(slutdatum="2021-11-30")})  # fmt: skip
    found = verified(filled, bundle)
    assert whys(found, "arbete-studier · insats · krus") == ["corrected"]
    assert whys(found, "arbete-studier · insats · navet") == ["late_exits"]
    assert whys(found, "arbete-studier") == ["late_exits", "corrected"]


def test_a_removed_row_is_named(filled):
    save(filled, "deltaganden", {**an_entry(deltagande="K-99"), **an_exit(slutdatum="2021-11-30")})
    bundle = freeze(filled, YEAR)
    undo(filled)
    assert whys(verified(filled, bundle), "arbete-studier") == ["removed"]


def test_a_corrected_delivery_is_named(filled):
    row = {"från": "2021-01-01", "till": "2021-12-31", "insats": "navet", "mått": "arbete-studier",
           "täljare": "10", "nämnare": "20", "saknas": "0"}  # fmt: skip
    taken(filled, "antal", [{**row, "leverans": "a", "skapad": "2022-01-01"}])
    bundle = freeze(filled, YEAR)
    taken(filled, "antal", [{**row, "täljare": "11", "leverans": "b", "skapad": "2022-02-01"}])
    causes = whys(verified(filled, bundle), "arbete-studier")
    assert "replaced" in causes


def test_money_that_was_corrected_is_named_for_money_alone(filled):
    bundle = freeze(filled, YEAR)
    correct(filled, "ekonomi", {"år": "2021", "slag": "bidrag"}, {"utfall": "900000"})
    found = verified(filled, bundle)
    assert [each.figure for each in found.differences] == ["andel"]
    assert whys(found, "andel") == ["corrected"]


def test_a_changed_definition_is_named_with_both_values(filled):
    bundle = freeze(filled, YEAR)
    changed = a_plan((PLAN + MEASURED_MORE).replace('success = ["arbete", "studier"]',
                                                    'success = ["studier"]'))  # fmt: skip
    apply_plan(filled.store, changed, actor="anna", now=filled.now)
    found = verified(filled, bundle)
    assert whys(found, "arbete-studier") == ["definition"]
    assert whys(found, "kvar") is None
    cause = found.differences[0].causes[0]
    assert (cause.key, cause.before, cause.after) == ("success", "arbete, studier", "studier")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'success = ["arbete", "studier"]',
            'success = ["studier", "plan"]',
            "räknas som uppnått: arbete, studier → studier, har en plan",
        ),
        ('target = "0.30"', 'target = "0.525"', "målvärde: 30_% → 52,5_%"),
        ('target = "0.30"', 'target = "last_year"', "målvärde: 30_% → bättre än året före"),
    ],
)
def test_a_changed_definition_is_told_in_plain_words(filled, old, new, said):
    bundle = freeze(filled, YEAR)
    apply_plan(filled.store, a_plan((PLAN + MEASURED_MORE).replace(old, new, 1)), actor="anna",
               now=filled.now)  # fmt: skip
    lines = list(report_lines(filled.language, verified(filled, bundle)))
    told = [line for line in lines if "ändrad definition" in line]
    assert told[0] == f"    – ändrad definition – {said.replace('_', NO_BREAK)}"


def test_a_reason_that_several_figures_have_is_said_once(filled):
    bundle = freeze(filled, YEAR)
    correct(filled, "deltaganden", {"insats": "krus", "deltagande": "K-01"}, {"arbete_efter": "0"})
    found = verified(filled, bundle)
    assert len(found.differences) > 1
    lines = list(report_lines(filled.language, found))
    assert [line for line in lines if "–" in line] == ["    – 1 rad har rättats (deltaganden)"]


def test_a_status_stands_in_the_marks_of_the_language(filled):
    bundle = freeze(filled, YEAR)
    changed = a_plan((PLAN + MEASURED_MORE).replace('target = "0.30"', 'target = "0.55"', 1))
    apply_plan(filled.store, changed, actor="anna", now=filled.now)
    text = "\n".join(report_lines(filled.language, verified(filled, bundle)))
    assert "status ”Målet " in text
    assert "“" not in text


def test_a_goal_that_is_gone_or_new_is_named(filled):
    bundle = freeze(filled, YEAR)
    changed = a_plan((PLAN + MEASURED_MORE).replace('id = "kvar"', 'id = "kvar-nu"'))
    apply_plan(filled.store, changed, actor="anna", now=filled.now)
    found = verified(filled, bundle)
    assert whys(found, "kvar") == ["goal_gone"]
    assert whys(found, "kvar-nu") == ["goal_added"]


def test_a_changed_setting_is_named(filled):
    bundle = freeze(filled, YEAR)
    change_setting(filled, "method", "exact")
    found = verified(filled, bundle)
    assert whys(found, "arbete-studier") == ["setting"]
    text = "\n".join(report_lines(filled.language, found))
    assert "ändrad inställning – hur intervall görs (method): Wilson → exakt" in text
    assert "metod Wilson → exakt" in text


def test_another_version_of_the_program_is_named(filled, monkeypatch):
    bundle = freeze(filled, YEAR)
    monkeypatch.setattr("tracker.measures.shares.share_interval", lambda *_, **__: (0.1, 0.9))
    monkeypatch.setattr("tracker.freezing.verifying.program_version", lambda: "9.9.9")
    found = verified(filled, bundle)
    assert whys(found, "arbete-studier") == ["program"]
    assert found.differences[0].causes[0].after == "9.9.9"


def test_the_same_version_with_other_figures_is_not_explained_away(filled, monkeypatch):
    bundle = freeze(filled, YEAR)
    monkeypatch.setattr("tracker.measures.shares.share_interval", lambda *_, **__: (0.1, 0.9))
    assert whys(verified(filled, bundle), "arbete-studier") == ["unknown"]


def test_rows_of_another_year_change_no_figure_and_are_told(filled):
    bundle = freeze(filled, YEAR)
    save(filled, "ekonomi", {"år": "2022", "slag": "bidrag", "budget": "1"})
    found = verified(filled, bundle)
    assert (found.is_same, found.same_data) == (True, False)
    assert [cause.why for cause in found.rows] == ["added"]


def test_a_later_day_alone_changes_nothing(filled):
    bundle = freeze(filled, YEAR)
    assert verified(filled, bundle, today=date(2024, 5, 1)).is_same


def test_a_hidden_number_that_changes_is_noticed_and_not_told(tmp_path):
    workspace = a_workspace(a_store(tmp_path))
    draft = {**an_entry(deltagande="K-1"), **an_exit(slutdatum="2021-10-01")}
    save(workspace, "deltaganden", draft)
    bundle = freeze(workspace, YEAR)
    save(workspace, "deltaganden", {**draft, "deltagande": "K-2"})
    found = verified(workspace, bundle)
    each = found.differences[0]
    assert (each.figure, each.shown_alike) == ("arbete-studier", True)
    assert "det som inte redovisas har ändrats" in "\n".join(
        report_lines(workspace.language, found)
    )
    workspace.close()


def edited(content, member, change):
    """The file with one member changed, as somebody with a zip program would do it."""
    place = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(place, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == member else text)
    return place.getvalue()


def test_an_edited_member_is_said(filled):
    content = to_bytes(freeze(filled, YEAR))
    for member in ("published.json", "internal.json", "plan.json", "settings.json"):
        changed = edited(content, member, lambda text: text.replace("{", "{ ", 1))
        with pytest.raises(DataError, match="edited") as raised:
            from_bytes(changed, "a.zip")
        assert raised.value.params["member"] == member


def test_an_edit_with_right_digests_breaks_the_seal(filled):
    bundle = freeze(filled, YEAR)
    goals = [{**bundle.published["goals"][0], "x": 9}, *bundle.published["goals"][1:]]
    forged = replace(bundle, published={**bundle.published, "goals": goals})
    read = from_bytes(to_bytes(forged), "a.zip")
    with pytest.raises(DataError, match="seal"):
        verified(filled, read)


@pytest.mark.parametrize("content", [b"", b"hej", b"PK\x03\x04 avbruten"])
def test_what_is_no_bundle_is_said(content):
    with pytest.raises(UsageError, match="no bundle"):
        from_bytes(content, "a.zip")


def test_a_truncated_or_other_zip_is_no_bundle(filled):
    content = to_bytes(freeze(filled, YEAR))
    with pytest.raises(UsageError):
        from_bytes(content[: len(content) // 2], "a.zip")
    place = io.BytesIO()
    with zipfile.ZipFile(place, "w") as file:
        file.writestr("manifest.json", "[]")
    with pytest.raises(UsageError):
        from_bytes(place.getvalue(), "a.zip")


@pytest.mark.parametrize(
    ("member", "edit"),
    [
        ("manifest.json", lambda held: held.pop("period")),
        ("manifest.json", lambda held: held.update(period="förra året")),
        ("manifest.json", lambda held: held.update(as_of="i går")),
        ("manifest.json", lambda held: held.pop("last_change")),
        ("manifest.json", lambda held: held.update(association=None)),
        ("published.json", lambda held: held.pop("goals")),
        ("published.json", lambda held: held.update(goals=[{"id": "a"}])),
        ("settings.json", lambda held: held.pop("in_force")),
    ],
)
def test_a_bundle_that_lacks_something_is_no_bundle(filled, member, edit):
    """Its digests are right: without the secret only what is in it tells."""
    bundle = freeze(filled, YEAR)
    held = bundle.about if member == "manifest.json" else bundle.members[member]
    edit(held)
    with pytest.raises(UsageError, match="no bundle"):
        from_bytes(to_bytes(bundle), "a.zip")


def test_a_bundle_of_another_form_is_said_to_be_of_another_version(filled):
    content = edited(to_bytes(freeze(filled, YEAR)), "manifest.json",
                     lambda text: text.replace("tracker-freeze/1", "tracker-freeze/2"))  # fmt: skip
    with pytest.raises(UsageError, match="another version"):
        from_bytes(content, "a.zip")


def test_another_associations_bundle_is_refused(filled, tmp_path):
    bundle = freeze(filled, YEAR)
    other = a_workspace(a_store(tmp_path / "b", a_plan(association="Förbundet Annan")))
    with pytest.raises(DataError, match="bundle is of"):
        verify(other, bundle)
    other.close()


def test_a_store_without_the_secret_compares_what_was_published(filled, tmp_path):
    bundle = freeze(filled, YEAR)
    other = a_workspace(a_store(tmp_path / "b", a_plan(PLAN + MEASURED_MORE)))
    found = verify(other, bundle)
    assert not found.can_look_inside
    assert "arbete-studier" in [each.figure for each in found.differences]
    other.close()


def test_every_cause_has_its_words(filled):
    from typing import get_args

    from tracker.freezing.causes import Cause, Why

    for why in get_args(Why):
        cause = Cause(why, 2, "episode", "target", "0.30", "0.35")
        assert "{" not in cause_text(filled.language, cause)


def test_the_commands_and_their_exit_codes(filled, tmp_path, capsys):
    options = ["--store", filled.store.where, "--today", "2022-03-01"]
    place = tmp_path / "2021.zip"
    assert main(["freeze", "--period", "2021", "--to", str(place), *options]) == 0
    assert main(["freeze", "--period", "2021", "--to", str(place), *options]) == 2
    assert main(["freeze", "--period", "2021", "--to", str(tmp_path / "a.txt"), *options]) == 2
    assert main(["verify", str(place), *options]) == 0
    void(filled, "krus", "K-01")
    capsys.readouterr()
    assert main(["verify", str(place), "--json", *options]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["same"] is False
    assert document["changed"][0]["causes"][0]["why"] == "voided"
    assert main(["verify", str(tmp_path / "saknas.zip"), *options]) == 2
    (tmp_path / "x.zip").write_text("hej")
    assert main(["verify", str(tmp_path / "x.zip"), *options]) == 2
    place.write_bytes(edited(place.read_bytes(), "plan.json", lambda text: text + " "))
    assert main(["verify", str(place), *options]) == 1


def test_the_document_names_then_and_now(filled):
    bundle = freeze(filled, YEAR)
    document = to_document(filled.language, verified(filled, bundle))
    assert document["program"] == {"then": making.program_version(),
                                   "now": making.program_version()}  # fmt: skip
    assert document["changed"] == []


def test_the_parts_of_a_goal_have_the_words_that_they_have_elsewhere(filled):
    bundle = freeze(filled, YEAR)
    void(filled, "krus", "K-01")
    lines = list(report_lines(filled.language, verified(filled, bundle)))
    heads = [line.strip().partition(":")[0] for line in lines if line.startswith("  ")]
    assert set(heads[:3]) == {"alla", "krus", "kvinnor"}
