"""Rows out and in again: an empty store with the same plan holds the same afterwards."""

import csv
import io
import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from db.digest import data_digest
from tests.factories import a_workspace
from tests.usecases.demos import a_demo, a_setting, opened
from tests.usecases.files import ROWS, a_file, as_csv, counts, fill, reasons, taken
from tests.usecases.test_import_round_trips import ROWS as EPISODES
from tracker.exports.files import to_file
from tracker.exports.rows import export_rows
from tracker.planning import create_store
from tracker.registration import save, void
from tracker.validation.kinds import KINDS


def exported(workspace, kind, suffix=".csv"):
    return to_file([export_rows(workspace, KINDS[kind])], suffix)


def digest_of(workspace):
    with workspace.store.read() as session:
        return data_digest(session, workspace.association.id)


def carry_over(source, target, suffix):
    """Every kind out of one store and into another, in the order in which they can be imported."""
    folder = Path(target.store.where).parent
    for kind in KINDS:
        place = folder / f"ut-{kind}{suffix}"
        place.write_bytes(exported(source, kind, suffix))
        if len(export_rows(source, KINDS[kind]).rows):
            plan = taken(target, kind, place)
            assert not plan.rejected, (kind, reasons(plan, target)[:3])


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_rows_of_every_kind_come_back_the_same(workspace, template_store, tmp_path, suffix):
    fill(workspace, *ROWS)
    (tmp_path / "till").mkdir()
    other = tmp_path / "till" / "tracker.db"
    other.write_bytes(template_store.read_bytes())
    target = a_workspace(other)
    assert digest_of(target) != digest_of(workspace)

    carry_over(workspace, target, suffix)

    assert digest_of(target) == digest_of(workspace)
    assert exported(target, "deltaganden") == exported(workspace, "deltaganden")
    target.close()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_demo_comes_back_the_same(tmp_path, suffix):
    setting = a_setting(size=60)
    (tmp_path / "till").mkdir()
    with opened(a_demo(tmp_path / "demo.db", setting), setting) as source:
        where = tmp_path / "till" / "tracker.db"
        create_store(
            str(where), setting.plan, controller=None, actor="anna", now=lambda: setting.now
        ).close()
        with opened(where, setting) as other:
            target = other.with_plans(source.plans)
            carry_over(source, target, suffix)
            assert digest_of(target) == digest_of(source)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=EPISODES)
def test_whatever_rows_there_are_they_come_back_the_same(template_store, rows):
    key = {"insats": "krus", "startdatum": "2021-02-02"}
    whole = [{**row, **key, "deltagande": f"K-{at}"} for at, row in enumerate(rows)]
    with tempfile.TemporaryDirectory() as folder:
        stores = []
        for name in ("från", "till"):
            (Path(folder) / name).mkdir()
            place = Path(folder) / name / "tracker.db"
            place.write_bytes(template_store.read_bytes())
            stores.append(a_workspace(place))
        source, target = stores
        taken(source, "deltaganden", a_file(Path(folder), as_csv(whole)))
        for suffix in (".csv", ".xlsx"):
            carry_over(source, target, suffix)
            assert digest_of(target) == digest_of(source)
        for each in stores:
            each.close()


def test_three_kinds_of_missing_stay_apart(workspace):
    fill(workspace, "deltaganden")
    rows = csv.DictReader(io.StringIO(exported(workspace, "deltaganden").decode("utf-8-sig")),
                          delimiter=";")  # fmt: skip
    found = {row["deltagande"]: row for row in rows}
    assert found["K-002"]["hälsa_före"] == "vet_ej"
    assert found["K-003"]["kön"] == "vill_ej"
    assert found["K-001"]["kommun"] == ""
    assert found["K-001"]["försörjning_före"] == "sjukpenning+försörjningsstöd"
    assert found["K-003"]["nästa_steg"] == "studier+vård"


def test_the_order_of_entry_does_not_show(workspace, template_store, tmp_path):
    fill(workspace, "deltaganden")
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / "tracker.db"
    other.write_bytes(template_store.read_bytes())
    backwards = a_workspace(other)
    taken(backwards, "deltaganden", ROWS["deltaganden"][::-1])
    for suffix in (".csv", ".xlsx"):
        assert exported(backwards, "deltaganden", suffix) == exported(
            workspace, "deltaganden", suffix
        )
    backwards.close()


def test_an_exit_that_was_voided_by_hand_comes_back_voided(workspace, template_store, tmp_path):
    fill(workspace, "deltaganden")
    void(workspace, "krus", "K-001")
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / "tracker.db"
    other.write_bytes(template_store.read_bytes())
    target = a_workspace(other)
    carry_over(workspace, target, ".csv")
    assert digest_of(target) == digest_of(workspace)
    target.close()


def test_numbers_and_days_are_such_in_excel_and_text_is_no_formula(workspace):
    fill(workspace, "ekonomi", "insatser")
    save(workspace, "ekonomi", {"år": "2021", "slag": "pott", "benämning": "=1+1", "utfall": "1"})
    book = openpyxl.load_workbook(io.BytesIO(exported(workspace, "ekonomi", ".xlsx")))
    assert book.sheetnames == ["ekonomi"]
    head, *rows = book["ekonomi"].iter_rows()
    names = [cell.value for cell in head]
    by_kind = {row[names.index("slag")].value: row for row in rows}
    assert by_kind["ingående_kapital"][names.index("utfall")].value == 1500000.5
    assert by_kind["individinsats"][names.index("till_och_med")].value.isoformat()[:10] == (
        "2021-08-31"
    )
    label = by_kind["pott"][names.index("benämning")]
    assert (label.value, label.data_type) == ("=1+1", "s")


def test_a_replaced_delivery_is_not_exported(workspace, template_store, tmp_path):
    row = {"från": "2021-01-01", "till": "2021-12-31", "insats": "navet", "mått": "deltagare"}
    first = {**row, "täljare": "40", "leverans": "a", "skapad": "2022-01-10"}
    newer = {**row, "täljare": "41", "leverans": "b", "skapad": "2022-02-10"}
    taken(workspace, "antal", [first])
    taken(workspace, "antal", [newer])
    table = export_rows(workspace, KINDS["antal"])
    assert [row[table.headings.index("täljare")].text for row in table.rows] == ["41"]
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / "tracker.db"
    other.write_bytes(template_store.read_bytes())
    target = a_workspace(other)
    carry_over(workspace, target, ".csv")
    assert digest_of(target) == digest_of(workspace)
    assert counts(taken(target, "antal", [newer])) == (0, 0, 1, 0)
    target.close()
