"""Whatever rows there are: imported they are what they were, and imported again nothing changes."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.seeds import SEEDS
from tests.factories import a_workspace
from tests.usecases.files import a_file, as_csv, counts, taken
from tracker.registration import episode
from tracker.transfer.spelling import composed
from tracker.transfer.templates import context_without_store
from tracker.validation.coded import SeveralCodes
from tracker.validation.kinds import KINDS
from tracker.validation.numeric import PerCent, Whole
from tracker.validation.participants import ENTRY_COLUMNS, EXIT_COLUMNS
from tracker.wording import language

EPISODES = KINDS["deltaganden"]
CONTEXT = context_without_store(language("sv"), a_workspace.__kwdefaults__["today"])
DATES = ("startdatum", "slutdatum", "avslutsanledning")


def cells(column):
    """Texts that a column takes, empty too."""
    kind = column.type
    if isinstance(kind, Whole):
        told = st.integers(kind.low, kind.high).map(str)
    elif isinstance(kind, PerCent):
        told = st.decimals(0, 100, places=2).map(
            lambda share: f"{share.normalize():f}".replace(".", ",")
        )
    elif isinstance(kind, SeveralCodes):
        members = [member.value for member in kind.members]
        told = st.lists(st.sampled_from(members), min_size=1, max_size=3, unique=True).map("+".join)
    elif codes := [code for code, _ in kind.choices(CONTEXT) if code != "felregistrering"]:
        told = st.sampled_from(codes)
    else:
        told = st.sampled_from(["Lillby", "Åby", "Östra Ödeby"])
    return st.one_of(st.just(""), told, st.sampled_from(["vet_ej", "vill_ej"]))


def named(names):
    free = [EPISODES.by_name[name] for name in names if name not in (*EPISODES.key, *DATES)]
    return st.fixed_dictionaries({column.name: cells(column) for column in free})


REASONS = [code for code, _, _ in SEEDS["avslutsanledning"]]
EXITS = st.one_of(
    st.just({}),
    st.tuples(named(EXIT_COLUMNS), st.sampled_from(REASONS)).map(
        lambda pair: {**pair[0], "slutdatum": "2021-09-30", "avslutsanledning": pair[1]}
    ),
)
ROWS = st.lists(
    st.tuples(named(ENTRY_COLUMNS), EXITS).map(lambda pair: {**pair[0], **pair[1]}),
    min_size=1,
    max_size=5,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=ROWS,
    delimiter=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    order=st.randoms(use_true_random=False),
)
def test_rows_come_out_as_they_went_in(template_store, rows, delimiter, encoding, order):
    key = {"insats": "krus", "startdatum": "2021-02-02"}
    whole = [{**row, **key, "deltagande": f"K-{at}"} for at, row in enumerate(rows)]
    columns = sorted({name for row in whole for name in row}, key=lambda _: order.random())
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "tracker.db"
        store.write_bytes(template_store.read_bytes())
        workspace = a_workspace(store)
        text = as_csv(whole, delimiter=delimiter, columns=columns)
        file = a_file(Path(folder), text, encoding=encoding)

        assert counts(taken(workspace, "deltaganden", file)) == (len(rows), 0, 0, 0)
        assert counts(taken(workspace, "deltaganden", file)) == (0, 0, len(rows), 0)
        for row in whole:
            stored = episode(workspace, "krus", row["deltagande"])
            for name, text in row.items():
                assert sorted(stored[name].split("+")) == sorted(text.split("+")), name
        workspace.close()


@given(st.text())
def test_spelling_settles_at_once(text):
    assert composed(composed(text)) == composed(text)
