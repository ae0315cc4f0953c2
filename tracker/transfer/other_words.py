"""What lists kept elsewhere call our columns: proposed when a header is mapped, never assumed."""

import re
from collections.abc import Mapping

from tracker.transfer.spelling import folded

OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "insats": ("insatsens namn", "insatsnamn", "verksamhet", "projekt"),
    "deltagande": ("löpnr", "löpnummer", "nr", "id", "deltagarnr", "deltagarnummer", "ärende"),
    "kön": ("k m", "kvinna man", "sex"),
    "åldersgrupp": ("ålder", "åldersklass", "åldersintervall", "age"),
    "kommun": ("hemkommun", "folkbokföringskommun"),
    "startdatum": (
        *("start", "inskriven", "inskriven datum", "inskrivning", "inskrivningsdatum", "påbörjad"),
    ),
    "slutdatum": (
        *("slut", "utskriven", "utskriven datum", "utskrivning", "utskrivningsdatum", "avslutad"),
    ),
    "initierad_av": ("remittent", "remitterad från", "remitterande part", "initiativtagare"),
    "avslutsanledning": ("orsak", "orsak avslut", "avslutsorsak", "anledning"),
    "försörjning_före": ("bidrag före", "ersättning före", "inkomst före"),
    "försörjning_efter": ("bidrag efter", "ersättning efter", "inkomst efter"),
    "hälsa_före": ("hälsa",),
    "arbetsförmåga_före": ("arbetsförmåga",),
    "arbete_före": ("arbetar före", "jobb före", "jobbar före"),
    "arbete_efter": ("arbetar efter", "jobb efter", "jobbar efter"),
    "arbetstyp_efter": ("typ av jobb", "typ av arbete", "anställningsform"),
    "studier_före": ("studerar före", "pluggar före"),
    "studier_efter": ("studerar efter", "pluggar efter"),
    "datum": ("svarsdatum", "uppföljningsdatum"),
    "månader": ("mån", "antal månader"),
}
"""By the Swedish names of our columns; signs and per cent left out."""
NOT_OURS = frozenset(
    {
        *("kommentar", "kommentarer", "anteckning", "anteckningar", "notering", "noteringar"),
        *("övrigt", "fritext", "beskrivning", "namn", "förnamn", "efternamn", "personnummer"),
        *("telefon", "telefonnummer", "mobil", "e post", "epost", "mejl", "adress", "handläggare"),
    }
)
"""Headers of free text and of what names somebody: such columns are left out."""
SIGNS = re.compile(r"[\W\d_]+")


def words_for(column: str) -> tuple[str, ...]:
    """What a column is called elsewhere."""
    return OTHER_WORDS.get(column, ())


def is_left_out(header: str) -> bool:
    """Whether a column is left out unless somebody says otherwise."""
    return plain(header) in NOT_OURS


def plain(header: str) -> str:
    """A header as its words alone: “Arbetar %  före” is “arbetar före”."""
    return SIGNS.sub(" ", folded(header)).strip()
