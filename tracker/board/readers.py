"""What readers see of the participants: what the report of the same days prints of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.privacy.counts import Count, Reason
from tracker.problems import N_
from tracker.wording import Language

HIDDEN = "▒"
NOT_PRINTED = N_("▒ not in the report")


@dataclass(frozen=True)
class Readers:
    """What a report has shown and hidden; a number that it does not print is not shown either."""

    reasons: Mapping[Count, Reason | None]
    words: Mapping[Reason, str]
    """What stands where a number is hidden."""
    notes: Mapping[Reason, str]
    """What that means."""
    has_sexes: bool
    """Whether the report tells of women and men in each intervention."""
    fewest: int
    """So few exits have no median."""

    def see(self, count: Count) -> bool:
        """Whether this very number is printed."""
        return self.reasons.get(count, NOT_PRINTED) is None

    def instead(self, language: Language, count: Count) -> str:
        """What stands in place of a number that they do not see."""
        reason = self.reasons.get(count)
        return self.words[reason] if reason else language.text(NOT_PRINTED)
