"""The first members of the lists that an association may extend (`db.tables.Code`)."""

from sqlmodel import Session

from db.codes import CodeList
from db.tables import Code

SEEDS: dict[CodeList, tuple[tuple[str, str, str], ...]] = {
    CodeList.EDUCATION: (
        ("ej_grundskola", "Ej slutförd grundskola", "Compulsory school not completed"),
        ("grundskola", "Grundskola", "Compulsory school"),
        ("gymnasium", "Gymnasium", "Upper secondary school"),
        ("eftergymnasial_kort", "Eftergymnasial, kortare än 2 år", "Post-secondary, under 2 years"),
        ("eftergymnasial_lång", "Eftergymnasial, 2 år eller längre", "Post-secondary, 2 years up"),
    ),
    CodeList.SUPPORT_TIME: (
        ("ingen", "Ingen", "None"),
        ("under_1_år", "Under 1 år", "Under 1 year"),
        ("1-2_år", "1–2 år", "1–2 years"),
        ("3-5_år", "3–5 år", "3–5 years"),
        ("6-9_år", "6–9 år", "6–9 years"),
        ("10_år_eller_mer", "10 år eller mer", "10 years or more"),
    ),
    CodeList.INITIATOR: (
        ("AF", "Arbetsförmedlingen", "Public Employment Service"),
        ("FK", "Försäkringskassan", "Social Insurance Agency"),
        ("kommun", "Kommunen", "Municipality"),
        ("region", "Regionen", "Region"),
        ("individ", "Deltagaren själv", "The participant"),
        ("annan", "Annan", "Other"),
    ),
    CodeList.EXIT_REASON: (
        (
            "enligt_plan",
            "Avslutad enligt plan (även tidigare till arbete/studier)",
            "Completed as planned (also earlier, to work or studies)",
        ),
        ("eget_avbrott", "Eget avbrott", "Left by own choice"),
        ("uteblivit", "Uteblivit", "Stopped coming"),
        ("sjukdom", "Sjukdom", "Illness"),
        ("fortsatt_rehabilitering", "Fortsatt rehabilitering", "Continued rehabilitation"),
        ("fel_målgrupp", "Fel målgrupp", "Not the target group"),
        ("flytt", "Flytt", "Moved"),
        ("föräldraledighet", "Föräldraledighet", "Parental leave"),
        ("återtaget_samtycke", "Återkallat samtycke", "Consent withdrawn"),
        ("avliden", "Avliden", "Deceased"),
        ("insatsen_upphör", "Insatsen upphör", "The intervention ends"),
        ("annan", "Annan anledning", "Other reason"),
    ),
}


def seed_codes(session: Session) -> None:
    """Add the first members of every list."""
    for code_list, members in SEEDS.items():
        for position, (code, label_sv, label_en) in enumerate(members):
            session.add(
                Code(
                    list=code_list,
                    code=code,
                    position=position,
                    label_sv=label_sv,
                    label_en=label_en,
                )
            )
