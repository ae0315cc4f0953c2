"""Names of the parts of a split."""

from db.codes import Sex
from tracker.problems import N_
from tracker.wording.language import Language

SEXES: dict[str | None, str] = {
    Sex.WOMAN: N_("women"),
    Sex.MAN: N_("men"),
    None: N_("sex unknown"),
}
UNTOLD = N_("sex unknown or not told")
"""Where some deliveries do not tell of women and men."""
UNKNOWN: dict[str, str] = {
    "insats": N_("no intervention"),
    "kommun": N_("municipality unknown"),
}


def part_label(language: Language, split: str, key: str | None, *, is_untold: bool = False) -> str:
    """The name of a part: women, men, a municipality, or that it is unknown, or not even told."""
    if split == "kön":
        if key is None and is_untold:
            return language.text(UNTOLD)
        return language.text(SEXES[key])
    return language.text(UNKNOWN[split]) if key is None else key
