"""The store that the screens are tested on: Kalmar's plan of 2021 with rows that are made up.

Every row follows from its number, so that a snapshot shows the same figures on every machine.
"""

from datetime import date, timedelta
from itertools import count

from db.codes import NextStep, RespondentGroup, Sex, Support, to_mask
from db.existing import interventions
from db.records import add_rows, begin_change
from db.store import Store
from db.tables import Activity, Answer, Assessment, Episode, FollowUp, Mailing, Money
from tests.factories import NOW
from tracker.planning import create_store
from tracker.plans import load

EXITS = {
    "krus": (24, 9, 2),
    "vägknuten": (20, 4, 6),
    "plattform": (16, 5, 1),
    "samba": (14, 5, 1),
    "innergården": (12, 4, 0),
    "knutpunkten": (10, 4, 2),
    "pontibus": (9, 3, 1),
    "resa": (7, 3, 1),
}
"""Exits of 2021, those to work or studies, those whose outcome is unknown: 112, 37, 14."""
LETTERS = {"krus": "K", "vägknuten": "V", "plattform": "P", "samba": "S", "innergården": "I"}
SPENT = {"krus": 98, "vägknuten": 94, "plattform": 101, "samba": 97, "resa": 108}
"""Per cent of the budget that was requisitioned, where it is not all."""
BUDGETS = {
    "knutpunkten": 1_220_000,
    "vägknuten": 2_430_000,
    "plattform": 1_245_000,
    "samba": 1_565_000,
    "innergården": 1_270_000,
    "arbetsterapeut": 675_000,
    "krus": 2_303_000,
    "pontibus": 1_303_000,
    "resa": 607_000,
}
AGES = ("16-24", "25-29", "30-39", "40-49", "50-59")
SICK_LISTED = to_mask(Support, ["sjukpenning"])
SOCIAL_ASSISTANCE = to_mask(Support, ["försörjningsstöd"])
TO_WORK = to_mask(NextStep, ["arbete"])
MEMBERS = ("Borgholms kommun", "Kalmar kommun", "Nybro kommun", "Torsås kommun")


def build_store(where: str) -> None:
    """Create the store and fill it."""
    plan = load("kalmar-2021")
    store = create_store(where, plan, controller=None, actor="prov", now=lambda: NOW)
    _fill(store)
    store.close()


def _fill(store: Store) -> None:
    with store.write() as session:
        change = begin_change(session, association_id=1, at=NOW, by="prov", kind="import")
        ids = {row.key: row.id for row in interventions(session, 1)}
        for table, rows in (
            (Episode, _exits(ids) + _ongoing(ids)),
            (Answer, _answers()),
            (Mailing, _mailings()),
            (Money, _money(ids)),
            (Activity, _activities()),
            (Assessment, _assessments()),
        ):
            add_rows(session, change, table, rows)
        add_rows(session, change, FollowUp, _follow_ups())


def _entry(intervention, key, number, start):
    sex = Sex.WOMAN if number % 5 in (0, 2, 3) else Sex.MAN
    return {
        "intervention_id": intervention,
        "number": f"{LETTERS.get(key, key[:2].upper())}-{number:03}",
        "sex": sex,
        "age_band": AGES[number % 5],
        "start_date": start,
        "initiated_by": ("AF", "FK", "kommun", "region")[number % 4],
        "education": "gymnasium",
        "support_time": "1-2_år",
        "support_before": SICK_LISTED if number % 2 else SOCIAL_ASSISTANCE,
        "support_degree_before": 100,
        "work_before": 0,
        "study_before": 0,
        "seeking_before": None,
        "health_before": 2,
        "ability_before": 3,
        "sick_leave_before": 50,
    }


NOT_ENDED = dict.fromkeys(
    [
        *("end_date", "exit_reason", "work_after", "work_kind_after", "study_after"),
        *("support_after", "support_degree_after", "health_after", "ability_after"),
        *("sick_leave_after", "next_step", "plan_after", "step_forward", "may_contact"),
    ]
)


def _exits(ids):
    rows = []
    for key, (total, hits, unknown) in EXITS.items():
        for number in range(1, total + 1):
            end = date(2021, 1, 10) + timedelta(days=number * 340 // total)
            start = end - timedelta(days=200 + 7 * number)
            outcome = "hit" if number <= hits else "unknown" if number <= hits + unknown else "miss"
            rows.append(_entry(ids[key], key, number, start) | _exit(end, number, outcome))
    return rows


def _exit(end, number, outcome):
    hit, known = outcome == "hit", outcome != "unknown"
    return NOT_ENDED | {
        "end_date": end,
        "exit_reason": "enligt_plan" if number % 4 else "eget_avbrott",
        "work_after": (50 if hit and number % 3 else 0) if known else None,
        "work_kind_after": "osubventionerat" if hit and number % 3 else None,
        "study_after": (100 if hit and number % 3 == 0 else 0) if known else None,
        "support_after": (0 if hit else SOCIAL_ASSISTANCE) if known else None,
        "health_after": 3,
        "ability_after": 5,
        "next_step": TO_WORK if hit else 0,
        "plan_after": True,
        "step_forward": hit,
        "may_contact": True,
    }


def _ongoing(ids):
    rows = []
    for key, total in (("krus", 9), ("vägknuten", 7), ("plattform", 4), ("samba", 3)):
        for number in range(101, 101 + total):
            start = date(2021, 3, 1) + timedelta(days=(number - 100) * 23)
            rows.append(_entry(ids[key], key, number, start) | NOT_ENDED)
    return rows


def _follow_ups():
    """Three months after, for the first exits."""
    outcomes = ("svarat", "svarat", "ej_nådd", "svarat", "avböjt", "svarat")
    return [
        {
            "episode_id": episode,
            "months": 3,
            "date": date(2021, 6, 1) + timedelta(days=episode),
            "outcome": outcome,
            "work": 50 if outcome == "svarat" else None,
            "study": 0 if outcome == "svarat" else None,
            "support": 0 if outcome == "svarat" else None,
        }
        for episode, outcome in enumerate(outcomes, start=1)
    ]


def _answers():
    rows, numbers = [], count()
    for group, forms, asked in (
        (RespondentGroup.ONGOING, 22, range(1, 5)),
        (RespondentGroup.ENDED, 15, range(1, 8)),
        (RespondentGroup.STAFF, 6, range(7, 14)),
        (RespondentGroup.MANAGERS, 2, range(7, 15)),
    ):
        for form in range(1, forms + 1):
            rows += [_answer(group, form, question, next(numbers)) for question in asked]
    return rows


def _answer(group, form, question, number):
    """Unhappy forms answer low throughout; every sixteenth answer is missing."""
    low = 2 if form % 4 == 0 else 3
    missing = number % 16 == 15
    return {
        "round": "2021",
        "date": date(2021, 11, 15),
        "respondent_group": group,
        "form": str(form),
        "sex": Sex.WOMAN if form % 2 else Sex.MAN,
        "question": f"i{question}",
        "value": None if missing else low + number % 2 * (question % 2),
        "value_why": "vet_ej" if missing else None,
    }


def _mailings():
    sent = {
        RespondentGroup.ONGOING: 34,
        RespondentGroup.ENDED: 25,
        RespondentGroup.STAFF: 9,
        RespondentGroup.MANAGERS: 6,
    }
    return [
        {"round": "2021", "date": date(2021, 11, 1), "respondent_group": group, "number": number}
        for group, number in sent.items()
    ]


def _money(ids):
    rows = [
        _amounts("bidrag", None, "Medlemsbidrag", 16_058_000, 16_058_000),
        _amounts("administration", None, "Kansli", 2_980_000, 2_910_000),
        _amounts("ingående_kapital", None, "Kapital", 3_200_000, 3_200_000),
    ]
    for key, budget in BUDGETS.items():
        rows.append(_amounts("individinsats", ids[key], "", budget, budget * SPENT.get(key, 100)))
        rows[-1]["outcome"] //= 100
        rows[-1]["requisitioned"] //= 100
    return rows


def _amounts(kind, intervention, label, budget, outcome):
    return {
        "year": 2021,
        "kind": kind,
        "intervention_id": intervention,
        "label": label,
        "budget": budget * 100,
        "requisitioned": outcome * 100,
        "outcome": outcome * 100,
    }


def _activities():
    year_end = date(2021, 12, 31)
    done = [
        ("lunchseminarier", f"Lunchseminarium, samverkansområde {number}", year_end)
        for number in (1, 2, 3, 4)
    ]
    done += [("inspirationsdagar", f"Inspirationsdag {number}", year_end) for number in (1, 2)]
    done += [("presenterat-ledning", name, None) for name in MEMBERS]
    return [
        {"goal": goal, "label": label, "due": due, "done": date(2021, 9, 1)}
        for goal, label, due in done
    ]


def _assessments():
    return [
        {
            "goal": "arbete-studier",
            "period": "2021",
            "verdict": "delvis",
            "comment": "Fler än väntat gick vidare trots pandemin; Vägknuten ses över under våren.",
        },
    ]
