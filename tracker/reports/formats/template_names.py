"""What annual reports of associations call the parts of our report, and when two names are one.

The names are those of annual reports that associations have published, of the law on municipal
accounting, and what the parts are called in daily speech. A heading is the same whatever its
number, its year, its grammatical form and small words.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

OTHERS: Mapping[str, tuple[str, ...]] = {
    "samlad_bedömning": (
        "sammanfattning", "sammanfattande bedömning", "sammanfattning av verksamhetsåret",
        "översikt över verksamhetens utveckling", "året i korthet", "årets resultat i korthet",
    ),
    "mål": (
        "mål", "måluppfyllelse", "måluppfyllnad", "måluppföljning", "mål och måluppfyllelse",
        "mål och resultat", "uppföljning av mål", "uppföljning av verksamhetens mål",
        "uppföljning av verksamhetsplan", "uppföljning av verksamhetsplanens mål",
        "uppföljning av budgetriktlinjer och mål", "styrning och uppföljning av verksamheten",
        "verksamhetsmål",
    ),
    "deltagare": (
        "deltagare i insatser", "antal deltagare", "deltagarflöde", "deltagarstatistik",
        "uppföljning av deltagare", "deltagare i samverkan", "vilka som deltagit",
    ),
    "insatser": (
        "insatser", "finansierade insatser", "beviljade insatser", "pågående insatser",
        "individinriktade insatser", "samverkansinsatser", "finansierade aktiviteter",
        "individinsatser", "projekt och insatser", "finansierad verksamhet",
    ),
    "resultat": (
        "resultat", "resultat för deltagare", "resultat av insatser", "resultat på individnivå",
        "resultat efter avslutad insats", "uppföljning och utvärdering", "uppföljning och resultat",
    ),
    "uppföljningar": ("uppföljning efter avslut", "resultat efter avslut", "långsiktiga resultat"),
    "enkäter": ("enkäter", "indikatorer", "resultat av enkäter", "nationella indikatorer"),
    "jämställdhet": ("jämställdhet", "jämställdhetsperspektiv", "könsuppdelad statistik"),
    "ekonomi": (
        "ekonomisk uppföljning", "ekonomiskt utfall", "ekonomisk redovisning",
        "ekonomisk redogörelse", "ekonomisk översikt", "ekonomiskt resultat", "driftredovisning",
        "budgetuppföljning", "budget och utfall", "ekonomisk ställning",
    ),
    "aktiviteter": ("genomförda aktiviteter", "strukturövergripande aktiviteter"),
    "åren": ("flerårsöversikt", "utveckling över tid", "flerårsjämförelse"),
    "datakvalitet": ("uppgifternas kvalitet", "tillförlitlighet"),
    "metod": ("metod", "om statistiken", "så har vi räknat"),
}  # fmt: skip
"""Other names by the key of a part."""
FOLLOWS: Mapping[str, str] = {
    "mål_för_mål": "mål",
    "bakgrund": "deltagare",
    "uppföljningar": "resultat",
    "definitioner": "metod",
}
"""Parts that stand below another where no heading is theirs."""
ALIKE = 0.9
"""How alike two names are that differ in a slip of the pen."""
OF_ACCOUNTS = frozenset({"årets resultat", "resultat enligt resultaträkningen"})
"""Headings of the accounts that sound like ours: they are the auditor's, and kept free."""
_NUMBER = re.compile(
    r"^\s*(?:(?i:bilaga|kapitel|avsnitt)\s+)?(?:(?:\d+[.)]?)+|[IVX]+[.)]|[A-Z][.)]):?\s+"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"(?:ernas|arnas|ornas|erna|arna|orna|ens|ets|are|ar|er|or|en|et|na|a)$")
_SMALL = frozenset(
    {
        *("och", "samt", "i", "av", "för", "till", "på", "under", "efter", "över", "inom", "med"),
        *("om", "de", "den", "det", "som", "vår", "vårt", "våra", "hela", "årets", "året"),
        *("förbundets", "samordningsförbundets"),
    }
)
SHORTEST = 3


def plain(name: str) -> str:
    """A name as it was written, without case, number and signs for blanks."""
    return " ".join(_NUMBER.sub("", name).replace("_", " ").casefold().split()).rstrip(" :.")


def core(name: str) -> str:
    """A name without what does not tell it from another: year, small words, endings."""
    words = _WORD.findall(_YEAR.sub("", _NUMBER.sub("", name).replace("_", " ")).casefold())
    return " ".join(sorted(_stem(word) for word in words if word not in _SMALL))


def _stem(word: str) -> str:
    while True:
        shorter = _ENDINGS.sub("", word)
        if shorter == word or len(shorter) < SHORTEST:
            return word.removesuffix("n") if word.endswith("in") else word
        word = shorter


def best(heading: str, names: Iterable[str]) -> str | None:
    """The one of the names that a heading means; None where it means none of them."""
    if plain(heading) in OF_ACCOUNTS:
        return None
    known = list(names)
    by_plain = {plain(name): name for name in reversed(known)}
    if plain(heading) in by_plain:
        return by_plain[plain(heading)]
    by_core = {core(name): name for name in reversed(known) if core(name)}
    wanted = core(heading)
    if wanted in by_core:
        return by_core[wanted]
    near = get_close_matches(wanted, by_core, n=1, cutoff=ALIKE)
    return by_core[near[0]] if near and wanted else None
