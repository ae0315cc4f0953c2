"""The definitions of `formats.md` 5 over plain rows, one person at a time: slow and obvious.

Written from the text of the definitions, not from the SQL it is compared with.
"""

from datetime import date

from db.codes import NextStep
from tracker.periods import add_months

Row = dict


def all_of(values):
    if False in values:
        return False
    return None if None in values else True


def any_of(values):
    if True in values:
        return True
    return None if None in values else False


def above_zero(value):
    return None if value is None else value > 0


def reduced(before, degree_before, after, degree_after):
    if degree_before is not None and degree_after is not None:
        return degree_after < degree_before
    if before is None or after is None:
        return None
    if after == 0:
        return True
    if (degree_before is None) != (degree_after is None):
        return None
    return False


def nothing_to_reduce(row):
    return row["support_before"] == 0 or row["support_degree_before"] == 0


def reduced_at_exit(row):
    return reduced(
        row["support_before"],
        row["support_degree_before"],
        row["support_after"],
        row["support_degree_after"],
    )


def unsubsidised(row):
    kind = row["work_kind_after"]
    paid = None if kind is None else kind in ("osubventionerat", "eget_företag")
    return all_of([above_zero(row["work_after"]), paid])


def success_at_exit(code, row):
    if code.startswith("nästa_steg:"):
        steps = [step.value for step in NextStep]
        mask = row["next_step"]
        return None if mask is None else bool(mask >> steps.index(code[11:]) & 1)
    return {
        "arbete": lambda: above_zero(row["work_after"]),
        "osubventionerat_arbete": lambda: unsubsidised(row),
        "studier": lambda: above_zero(row["study_after"]),
        "egen_försörjning": lambda: (
            None if row["support_after"] is None else row["support_after"] == 0
        ),
        "minskad_försörjning": lambda: reduced_at_exit(row),
        "plan": lambda: row["plan_after"],
        "stegförflyttning": lambda: row["step_forward"],
    }[code]()


def success_at_horizon(code, row, follow_up):
    """`follow_up` is the answered one at the horizon, or None."""
    seen = follow_up or dict.fromkeys(("work", "study", "support", "support_degree"))
    later = reduced(
        row["support_before"],
        row["support_degree_before"],
        seen["support"],
        seen["support_degree"],
    )
    return {
        "arbete": lambda: above_zero(seen["work"]),
        "studier": lambda: above_zero(seen["study"]),
        "egen_försörjning": lambda: None if seen["support"] is None else seen["support"] == 0,
        "minskad_försörjning": lambda: later,
        "kvarstår": lambda: all_of([reduced_at_exit(row), later]),
    }[code]()


ON_SUPPORT = {"minskad_försörjning", "kvarstår"}


def combined(codes, require, row, one):
    """Any-of or all-of; None of the first value: not eligible."""
    if set(codes) <= ON_SUPPORT and nothing_to_reduce(row):
        return "not eligible"
    values = []
    for code in codes:
        if code in ON_SUPPORT and nothing_to_reduce(row):
            if require == "any":
                values.append(False)
            continue
        values.append(one(code))
    return any_of(values) if require == "any" else all_of(values)


def tally(outcomes):
    """Eligible, hits, missing of a list of true, false, None."""
    counted = [outcome for outcome in outcomes if outcome != "not eligible"]
    return len(counted), counted.count(True), counted.count(None)


def exits(rows, start, end, today, interventions):
    return [
        row
        for row in rows
        if row["end_date"] is not None
        and start <= row["end_date"] < end
        and row["end_date"] <= today
        and not row["voided"]
        and row["intervention_id"] in interventions
    ]


def due_at(rows, follow_ups, months, period: tuple[date, date], today, interventions):
    """Exits whose day at the horizon lies in the period: those that have come, those to come."""
    start, end = period
    came, later = [], []
    for row in exits(rows, date.min, date.max, today, interventions):
        due = add_months(row["end_date"], months)
        if not start <= due < end:
            continue
        died = row["exit_reason"] == "avliden" or any(
            one["episode_id"] == row["id"]
            and one["outcome"] == "avliden"
            and one["months"] <= months
            and one["date"] <= today
            for one in follow_ups
        )
        if not died:
            (came if due <= today else later).append(row)
    return came, later


def answered(row, follow_ups, months, today):
    for one in follow_ups:
        same = one["episode_id"] == row["id"] and one["months"] == months
        if same and one["outcome"] == "svarat" and one["date"] <= today:
            return one
    return None
