"""The words for the categories of the standard tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.codes import AgeBand, NextStep, Support
from db.tallies.tables import NONE, UNKNOWN
from tracker.wording import Language
from tracker.wording.labels import label


@dataclass(frozen=True)
class Words:
    """The words for the categories of the standard tables."""

    language: Language
    codes: Mapping[str, Mapping[str, str]]
    """The lists that an association may extend."""

    @property
    def unknown(self) -> str:
        """The row of those of whom nothing is known."""
        return self.language.text("Unknown or not filled in")

    def of_list(self, name: str) -> dict[str, str]:
        """The words of a list that may be extended."""
        return {**self.codes.get(name, {}), UNKNOWN: self.unknown}

    def support(self) -> dict[str, str]:
        """The sources of support, none and unknown."""
        codes = [code.value for code in Support]
        return {code: label(self.language, Support, code) for code in (*codes, NONE)} | {
            UNKNOWN: self.unknown
        }

    def steps(self) -> dict[str, str]:
        """The next steps, none and unknown."""
        codes = [code.value for code in NextStep]
        return {code: label(self.language, NextStep, code) for code in (*codes, "inget")} | {
            UNKNOWN: self.unknown
        }

    def ages(self) -> dict[str, str]:
        """The age bands and unknown."""
        return {band.value: label(self.language, AgeBand, band) for band in AgeBand} | {
            UNKNOWN: self.unknown
        }
