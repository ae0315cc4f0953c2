"""Interventions for plans that name none, such as RAR's: as many as that plan speaks of."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.plans.model import Plan, PlannedIntervention

NAMES = (
    ("samstart", "Samstart"),
    ("rehabkedjan", "Rehabkedjan"),
    ("ung-framåt", "Ung framåt"),
    ("mötesplatsen", "Mötesplatsen"),
    ("studiebron", "Studiebron"),
    ("vägen-in", "Vägen in"),
    ("hälsospåret", "Hälsospåret"),
    ("klara-steg", "Klara steg"),
    ("nystart", "Nystart"),
)
ESF_NAMES = (
    ("esf-bryggan", "Arbetsbryggan (ESF)"),
    ("esf-digitalt", "Digitala steg (ESF)"),
    ("esf-lärande", "Lärande i arbete (ESF)"),
    ("esf-tillsammans", "Tillsammans vidare (ESF)"),
)
MUNICIPALITIES = {
    "rar-sormland-2021": (
        "Eskilstuna",
        "Nyköping",
        "Strängnäs",
        "Katrineholm",
        "Flen",
        "Oxelösund",
        "Gnesta",
        "Trosa",
        "Vingåker",
    )
}
"""By plan; other plans without interventions get none."""
INDIVIDUAL_SHARE = Decimal("0.65")
"""Of the contributions, where the plan budgets nothing for individual interventions."""


def planned_interventions(plan: Plan) -> tuple[PlannedIntervention, ...]:
    """The interventions of the plan, or made-up ones where it names none."""
    return plan.interventions or tuple(_made_up(plan))


def _made_up(plan: Plan) -> Iterator[PlannedIntervention]:
    places = MUNICIPALITIES.get(plan.id, ())
    money = _individual_budget(plan) // len(NAMES) // 1000 * 1000
    for number, (key, name) in enumerate(NAMES):
        place = places[number % len(places)] if places else ""
        yield _intervention(key, name, place, ((plan.year, money),))
    for key, name in ESF_NAMES:
        yield _intervention(key, name, "+".join(places[:4]))


def _intervention(
    key: str, name: str, places: str, budget: tuple[tuple[int, Decimal], ...] = ()
) -> PlannedIntervention:
    """One of them; those of the ESF are paid by its own money, not by a budget of theirs."""
    values = {
        "namn": name,
        "inriktning": "individ",
        "kommuner": places,
        "esf": "nej" if budget else "ja",
    }
    filled = tuple((column, value) for column, value in values.items() if value)
    return PlannedIntervention(key, filled, budget)


def _individual_budget(plan: Plan) -> Decimal:
    """What the plan budgets for individual interventions, else a share of the contributions."""
    by_kind = {"individinsats": Decimal(0), "bidrag": Decimal(0)}
    for row in plan.budget:
        if row.kind in by_kind:
            by_kind[row.kind] += dict(row.amounts).get(plan.year, Decimal(0))
    return by_kind["individinsats"] or by_kind["bidrag"] * INDIVIDUAL_SHARE
