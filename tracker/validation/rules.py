"""Rules over several fields of one row; what merely looks odd is data quality, not here.

Each rule looks at the row as it will be: what is given, over what is stored.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tracker.problems import N_, Problem
from tracker.validation.context import Context
from tracker.validation.participants import EPISODES, EXIT_COLUMNS

Row = Mapping[str, Any]
"""A row by the columns of its table."""
Rule = Callable[[Row, Context], Iterator[Problem]]

_EXIT_VALUES = tuple(
    (name, column.attribute, column.why)
    for name, column in ((name, EPISODES.by_name[name]) for name in EXIT_COLUMNS)
    if column.personal
)


def intervention_rules(row: Row, _context: Context) -> Iterator[Problem]:
    """An intervention ends after it starts, and plans at most as many as at least."""
    yield from _in_order(row, ("start", "start"), ("slut", "end"))
    if _exceeds(row.get("planned_min"), row.get("planned_max")):
        yield Problem(N_("planerat_max is below planerat_min."), column="planerat_max")


def episode_rules(row: Row, context: Context) -> Iterator[Problem]:
    """Dates in order; an exit has its date and its reason; nothing of an exit without it."""
    if row.get("voided"):
        return
    ended, reason = row.get("end_date"), row.get("exit_reason")
    if ended is None:
        yield from _without_end(row, reason)
    elif reason is None:
        yield Problem(
            N_("An exit needs its reason: fill in avslutsanledning."), column="avslutsanledning"
        )
    yield from _in_order(row, ("startdatum", "start_date"), ("slutdatum", "end_date"))
    yield from _before_follow_ups(row, context)


def _without_end(row: Row, reason: str | None) -> Iterator[Problem]:
    if reason is not None:
        yield Problem(
            N_("A reason needs its date: fill in slutdatum, or leave avslutsanledning empty."),
            column="slutdatum",
        )
        return
    for name, attribute, why in _EXIT_VALUES:
        if row.get(attribute) is not None or row.get(why) is not None:
            yield Problem(
                N_("This belongs to an exit: fill in slutdatum and avslutsanledning too."),
                column=name,
            )


def _before_follow_ups(row: Row, context: Context) -> Iterator[Problem]:
    """An exit cannot be moved past its follow-ups, nor taken away from them."""
    if not context.episodes:
        return
    known = context.episodes.get((row.get("intervention_id", 0), row.get("number", "")))
    first = known.first_follow_up if known else None
    ended = row.get("end_date")
    if first is not None and (ended is None or ended > first):
        yield Problem(
            N_("There is a follow-up on {day}; the exit cannot come after it."),
            {"day": first.isoformat()},
            column="slutdatum",
        )


def follow_up_rules(row: Row, context: Context) -> Iterator[Problem]:
    """A follow-up needs an episode that has ended, and comes after its exit."""
    number = row.get("number")
    place = row.get("intervention_id")
    if number is None or place is None:
        return
    episode = context.episodes.get((place, number))
    if episode is None:
        yield Problem(
            N_("There is no participation {number} in this intervention. Register its entry."),
            {"number": number},
            column="deltagande",
        )
    elif episode.voided:
        yield Problem(
            N_("Participation {number} is voided."), {"number": number}, column="deltagande"
        )
    elif episode.end_date is None:
        yield Problem(
            N_("Participation {number} has not ended. Register its exit first."),
            {"number": number},
            column="deltagande",
        )
    elif row.get("date") is not None and row["date"] < episode.end_date:
        yield Problem(
            N_("The follow-up comes before the exit on {day}."),
            {"day": episode.end_date.isoformat()},
            column="datum",
        )


def money_rules(row: Row, _context: Context) -> Iterator[Problem]:
    """A row up to a day is about the year of that day."""
    through, year = row.get("through"), row.get("year")
    if through is not None and year is not None and through.year != year:
        yield Problem(
            N_("till_och_med is a day of the year {year}."), {"year": year}, column="till_och_med"
        )


def activity_rules(row: Row, _context: Context) -> Iterator[Problem]:
    """An activity is to be done by a day, or has been done on one."""
    if row.get("due") is None and row.get("done") is None:
        yield Problem(N_("Fill in senast, genomförd or both."), column="senast")


def count_rules(row: Row, context: Context) -> Iterator[Problem]:
    """Days in order; parts not larger than the whole; a hidden figure is empty, others are not."""
    yield from _in_order(row, ("från", "start_date"), ("till", "end_date"))
    figures = [row.get(name) for name in ("numerator", "denominator", "missing", "worse")]
    if row.get("hidden"):
        if any(figure is not None for figure in figures):
            yield Problem(
                N_("A hidden figure is empty: leave täljare, nämnare, saknas and sämre empty."),
                column="dold",
            )
        return
    numerator, denominator, missing, worse = figures
    if numerator is None:
        yield Problem(N_("Fill in täljare, or ja in dold."), column="täljare")
    elif _exceeds(numerator + (missing or 0) + (worse or 0), denominator):
        yield Problem(
            N_("nämnare is all of them: it is at least täljare, saknas and sämre together."),
            column="nämnare",
        )
    elif denominator is None and row.get("measure") in context.goals:
        yield Problem(N_("A share needs its whole: fill in nämnare."), column="nämnare")


def _exceeds(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high


def _in_order(row: Row, first: tuple[str, str], last: tuple[str, str]) -> Iterator[Problem]:
    """The day of the second column is not before that of the first; each is (name, attribute)."""
    start, end = row.get(first[1]), row.get(last[1])
    if start is not None and end is not None and end < start:
        yield Problem(
            N_("{last} {end} comes before {first} {start}."),
            {
                "first": first[0],
                "start": start.isoformat(),
                "last": last[0],
                "end": end.isoformat(),
            },
            column=last[0],
        )


RULES: Mapping[str, Rule] = {
    "insatser": intervention_rules,
    "deltaganden": episode_rules,
    "uppföljningar": follow_up_rules,
    "ekonomi": money_rules,
    "aktiviteter": activity_rules,
    "antal": count_rules,
}
"""The rule of each kind that has one."""

CAUSES: Mapping[str, str] = {
    "senast": "genomförd",
    "täljare": "dold",
    **{name: "slutdatum" for name, _, _ in _EXIT_VALUES},
}
"""The columns whose rules look at another one first: what is wrong there is said once."""
