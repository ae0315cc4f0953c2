"""The schema: every version can be brought to today's, and today's is what the tables say."""

import re
import sqlite3
import warnings

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

import db.tables  # noqa: F401 - fills the metadata
from db.dialect import engine_of
from db.errors import NotAStoreError, SchemaNewerError, SchemaOlderError
from db.migrations import HEAD, VERSIONS
from db.schema import configuration, migrate_store
from db.store import open_store
from tests.factories import a_workspace
from tests.store import filled
from tracker.registration import episode, history

LONGEST_NAME = 63
"""PostgreSQL cuts longer names."""
AGAIN = "run: python -m tests.store.filled"


def shape(place):
    """Tables with all their constraints, and every index as SQL, whatever the order."""
    engine = engine_of(str(place))
    inspector = inspect(engine)
    with warnings.catch_warnings():  # indexes over expressions are compared as SQL below
        warnings.simplefilter("ignore")
        tables = {
            name: {
                "columns": sorted(
                    (each["name"], str(each["type"]), each["nullable"])
                    for each in inspector.get_columns(name)
                ),
                "checks": sorted(
                    (each["name"], plain(each["sqltext"]))
                    for each in inspector.get_check_constraints(name)
                ),
                "uniques": sorted(
                    (each["name"], tuple(each["column_names"]))
                    for each in inspector.get_unique_constraints(name)
                ),
                "references": sorted(
                    (each["name"], each["constrained_columns"][0], each["referred_table"])
                    for each in inspector.get_foreign_keys(name)
                ),
                "key": inspector.get_pk_constraint(name)["constrained_columns"],
            }
            for name in inspector.get_table_names()
            if name != "alembic_version"
        }
    with engine.connect() as connection:
        asked = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        indexes = sorted(plain(row[0]) for row in connection.execute(text(asked)))
    engine.dispose()
    return tables, indexes


def plain(sql):
    return re.sub(r'[\s"]+', " ", sql).replace("( ", "(").replace(" )", ")").strip()


@pytest.fixture(scope="module")
def by_metadata(tmp_path_factory):
    """The shape that the tables themselves would have."""
    place = tmp_path_factory.mktemp("metadata") / "tracker.db"
    engine = engine_of(str(place))
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    return shape(place)


def test_migrations_make_what_the_tables_say(store_file, by_metadata):
    tables, indexes = shape(store_file)
    expected_tables, expected_indexes = by_metadata
    assert tables == expected_tables
    assert indexes == expected_indexes
    assert any("coalesce" in index for index in indexes)


def test_the_versions_are_those_of_the_migrations(store_file):
    engine = engine_of(str(store_file))
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(configuration(connection))
        assert script.get_current_head() == HEAD
        known = [each.revision for each in script.walk_revisions()]
    engine.dispose()
    assert tuple(reversed(known)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_every_version_can_be_used_after_migrating(version, tmp_path, by_metadata):
    sql = filled.VERSIONS / f"{version}.sql"
    assert sql.is_file(), f"keep a store of this version, {AGAIN}"
    place = tmp_path / "old.db"
    filled.restore(sql.read_text(encoding="utf-8"), place)
    if version != HEAD:
        with pytest.raises(SchemaOlderError):
            open_store(str(place))
    copy = migrate_store(str(place))
    assert copy is not None
    assert copy.is_file()
    assert shape(place) == by_metadata, AGAIN
    workspace = a_workspace(place)
    assert episode(workspace, "krus", "K-001")["kommun"] == "Lillby"
    assert episode(workspace, "krus", "K-002")["avslutsanledning"] == "felregistrering"
    assert [line.kind for line in history(workspace)][:3] == ["undo", "log", "void"]
    workspace.close()


def test_the_kept_store_of_this_version_has_a_row_in_every_table_that_is_written_to(tmp_path):
    place = tmp_path / "kept.db"
    filled.restore((filled.VERSIONS / f"{HEAD}.sql").read_text(encoding="utf-8"), place)
    connection = sqlite3.connect(place)
    written = ["episode", "follow_up", "answer", "mailing", "money", "activity", "assessment"]
    written += ["publication", "published_cell"]
    written += ["count", "intervention", "goal", "acceptance", "saved_view", "form_draft"]
    for table in [*written, "change", "change_row"]:
        assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0], table  # noqa: S608
    connection.close()


def test_a_store_of_a_newer_program_is_left_alone(store_file):
    connection = sqlite3.connect(store_file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(SchemaNewerError):
        open_store(str(store_file))


def test_another_file_is_not_a_store(tmp_path):
    for content in (b"hello, this is no database at all" * 50, b""):
        place = tmp_path / "other.db"
        place.write_bytes(content)
        with pytest.raises(NotAStoreError):
            open_store(str(place))
        assert place.read_bytes() == content


def test_the_schema_compiles_for_postgresql():
    dialect = postgresql.dialect()
    for table in SQLModel.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))
            assert len(str(index.name)) <= LONGEST_NAME
        for constraint in table.constraints:
            assert len(str(constraint.name)) <= LONGEST_NAME
