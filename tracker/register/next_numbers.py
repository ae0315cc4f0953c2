"""The running number to propose in each intervention, found when it is asked for."""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from tracker.registration import next_number
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace


class NextNumbers(Mapping[str, str]):
    """By short id; each is found once, since in a large store finding all takes a while."""

    def __init__(self, workspace: Workspace, interventions: Mapping[str, object]) -> None:
        self._workspace = workspace
        self._interventions = interventions
        self._found: dict[str, str] = {}

    @override
    def __getitem__(self, insats: str) -> str:
        if insats not in self._interventions:
            raise KeyError(insats)
        if insats not in self._found:
            with store_sentences(), self._workspace.store.read() as session:
                association = self._workspace.association.id
                self._found[insats] = next_number(session, association, insats)
        return self._found[insats]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._interventions)

    @override
    def __len__(self) -> int:
        return len(self._interventions)
