"""Closed code lists: what decides a figure, shared by check constraints, validation and labels.

The members' values are the codes that people write in files. Lists whose members an association may
extend (education, time in support, initiator, exit reasons) live in the table `code` instead, see
`db.tables.code`.
"""

from enum import StrEnum

DELIVERY_KEY = "delivery_key"
"""Among an association's settings: the secret with which its deliveries are sealed."""


class Why(StrEnum):
    """Why a value about a person is missing; no member means that it was not filled in."""

    UNKNOWN = "vet_ej"
    DECLINED = "vill_ej"


class Sex(StrEnum):
    """Sex (*kön*)."""

    WOMAN = "kvinna"
    MAN = "man"


class AgeBand(StrEnum):
    """Age band at entry (*åldersgrupp*); 16-24 may be split in two."""

    A16_24 = "16-24"
    A16_19 = "16-19"
    A20_24 = "20-24"
    A25_29 = "25-29"
    A30_39 = "30-39"
    A40_49 = "40-49"
    A50_59 = "50-59"
    A60 = "60-"


class Support(StrEnum):
    """Public support (*försörjningskälla*); a bit mask in this order, 0 = none (*ingen*)."""

    SICKNESS = "sjukpenning"
    ACTIVITY_COMPENSATION = "aktivitetsersättning"
    DISABILITY = "sjukersättning"
    UNEMPLOYMENT = "a-kassa"
    ACTIVITY_SUPPORT = "aktivitetsstöd"
    INTRODUCTION = "etableringsersättning"
    SOCIAL_ASSISTANCE = "försörjningsstöd"
    STUDY_AID = "studiestöd"
    OTHER = "annan"


class WorkKind(StrEnum):
    """Kind of work after the exit (*arbetstyp*)."""

    UNSUBSIDISED = "osubventionerat"
    SUBSIDISED = "subventionerat"
    OWN_BUSINESS = "eget_företag"


class NextStep(StrEnum):
    """Next step after the exit (*nästa steg*); stored as a bit mask, 0 = none (*inget*)."""

    WORK = "arbete"
    OWN_BUSINESS = "eget_företagande"
    STUDIES = "studier"
    EMPLOYMENT_SERVICE = "insats_AF"
    MUNICIPAL = "kommunal_arbetsmarknadsinsats"
    REINFORCED_COOPERATION = "förstärkt_samarbete"
    ASSOCIATION = "förbundsinsats"
    OTHER = "annan_insats"
    CARE = "vård"


class ExitReason(StrEnum):
    """Exit reasons (*avslutsanledning*) that the rules know; the table `code` holds the list."""

    ACCORDING_TO_PLAN = "enligt_plan"
    CONSENT_WITHDRAWN = "återtaget_samtycke"
    DECEASED = "avliden"
    MISREGISTERED = "felregistrering"


class FollowUpOutcome(StrEnum):
    """What came of a follow-up (*utfall*)."""

    ANSWERED = "svarat"
    NOT_REACHED = "ej_nådd"
    DECLINED = "avböjt"
    DECEASED = "avliden"


class Orientation(StrEnum):
    """Orientation of an intervention (*inriktning*)."""

    INDIVIDUAL = "individ"
    STRUCTURAL = "struktur"


class Party(StrEnum):
    """Cooperating party (*part*)."""

    EMPLOYMENT_SERVICE = "AF"
    SOCIAL_INSURANCE = "FK"
    MUNICIPALITY = "kommun"
    REGION = "region"


class RespondentGroup(StrEnum):
    """Who answers a survey (*grupp*)."""

    ONGOING = "deltagare_pågående"
    ENDED = "deltagare_avslut"
    STAFF = "insatspersonal"
    MANAGERS = "chefer"
    REFERRERS = "remittenter"
    BOARD = "styrelse"
    DIRECTOR = "förbundschef"


class MoneyKind(StrEnum):
    """Kind of money row (*slag*)."""

    CONTRIBUTION = "bidrag"
    OTHER_INCOME = "övrig_intäkt"
    INDIVIDUAL = "individinsats"
    STRUCTURAL = "strukturinsats"
    POOL = "pott"
    UNALLOCATED = "ej_fördelat"
    ADMINISTRATION = "administration"
    OTHER_COST = "övrig_kostnad"
    OPENING_EQUITY = "ingående_kapital"


INCOME = (MoneyKind.CONTRIBUTION, MoneyKind.OTHER_INCOME)
COSTS = (
    MoneyKind.INDIVIDUAL,
    MoneyKind.STRUCTURAL,
    MoneyKind.POOL,
    MoneyKind.UNALLOCATED,
    MoneyKind.ADMINISTRATION,
    MoneyKind.OTHER_COST,
)


class Verdict(StrEnum):
    """The board's own assessment (*bedömning*)."""

    MET = "uppfyllt"
    PARTLY = "delvis"
    NOT_MET = "ej_uppfyllt"
    NONE = "ingen"


class CountKind(StrEnum):
    """What a delivered count can be, beside goals and table cells (*mått*)."""

    PARTICIPANTS = "deltagare"
    ONGOING = "pågående"
    STARTED = "påbörjade"
    ENDED = "avslutade"
    ANONYMOUS = "anonyma"
    VOLUME = "volym"
    REFERRED = "remitterade"
    ACCEPTED = "antagna"
    NOT_ACCEPTED = "ej_antagna"
    QUEUE = "kö"


class CodeList(StrEnum):
    """Lists that an association may extend; their members are rows of the table `code`."""

    EDUCATION = "utbildning"
    SUPPORT_TIME = "tid_i_försörjning"
    INITIATOR = "initierad_av"
    EXIT_REASON = "avslutsanledning"


def to_mask(members: type[StrEnum], codes: list[str]) -> int:
    """The bit mask of several codes of one list; an empty list is 0, which means none of them."""
    order = list(members)
    return sum(1 << order.index(members(code)) for code in set(codes))


def from_mask(members: type[StrEnum], mask: int) -> list[str]:
    """The codes of a bit mask, in the order of the list."""
    return [member.value for place, member in enumerate(members) if mask >> place & 1]
