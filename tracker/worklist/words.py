"""The work list in words: when, what, about whom, since when, and what was last seen of it."""

from collections.abc import Mapping

from db.codes import RespondentGroup
from tracker.problems import N_, NN_
from tracker.wording import Language
from tracker.wording.counted import within
from tracker.wording.labels import label
from tracker.worklist.model import State, SurveyRound, WorkItem, WorkList

SIGNS: Mapping[State, str] = {"overdue": "!", "late": "!!"}
"""Beside what is overdue, and what is late; the words say it too."""

OUTCOMES: Mapping[str, str] = {
    "arbete_efter": N_("work"),
    "arbetstyp_efter": N_("kind of work"),
    "studier_efter": N_("studies"),
    "försörjning_efter": N_("support"),
    "försörjningsgrad_efter": N_("degree of support"),
    "hälsa_efter": N_("health"),
    "arbetsförmåga_efter": N_("work ability"),
    "sjukfrånvaro_efter": N_("sick leave"),
    "nästa_steg": N_("next step"),
    "plan_efter": N_("plan"),
    "stegförflyttning": N_("step forward"),
}
"""The outcomes in short, by the Swedish names of the columns."""


def summary(language: Language, found: WorkList) -> str:
    """How many there are, and how many of them are overdue."""
    things = language.plural("{number} thing", "{number} things", len(found.items))
    if not found.overdue:
        return things
    overdue = language.plural("{number} overdue", "{number} overdue", found.overdue)
    return f"{things}, {overdue}"


def when(language: Language, item: WorkItem) -> str:
    """In how many days, or how late: 12 dagar försenad, i dag, om 4 dagar."""
    if item.state == "declined" and item.seen is not None:
        return language.text("declined {day}", day=language.short_day(item.seen))
    if item.state == "lost" and item.seen is not None:
        return language.text("not reached {day}", day=language.short_day(item.seen))
    days = item.days_late
    if days is None:
        return "–"
    if days == 0:
        return language.text("today")
    if days < 0:
        return language.plural("in {number} day", "in {number} days", -days)
    return language.plural("{number} day overdue", "{number} days overdue", days)


def what(language: Language, item: WorkItem) -> str:
    """What is to be done."""
    if item.kind == "follow_up":
        one, many = NN_("Follow-up {number} month", "Follow-up {number} months")
        return language.plural(one, many, item.months or 0)
    if item.kind == "exit":
        return language.text("Time for the exit? The planned time has run out")
    if item.kind == "outcome":
        return language.text("Outcome is missing at the exit")
    if item.round is not None:
        return language.text("Survey {round}: {group}", **_round(language, item.round))
    return language.text("Delivery has not come")


def happens_on(language: Language, item: WorkItem) -> str:
    """What a day that is still to come brings, inside a sentence."""
    if item.kind == "exit":
        return language.text("the planned time runs out")
    return within(what(language, item))


def who(item: WorkItem) -> str:
    """Whose: the running number; empty where it is about nobody in particular."""
    return item.deltagande or ""


def since(language: Language, item: WorkItem) -> str:
    """What it is reckoned from: avslut 17 nov, start 1 sep."""
    if item.since is None:
        return ""
    day = language.short_day(item.since)
    if item.kind == "exit":
        return language.text("start {day}", day=day)
    if item.kind == "survey":
        return language.text("handed out {day}", day=day)
    if item.kind == "delivery":
        return language.text("delivered up to {day}", day=day)
    return language.text("exit {day}", day=day)


def latest(language: Language, item: WorkItem) -> str:
    """What was last seen of it: ej nådd ännu; the outcomes that are missing; how many answered."""
    if item.columns:
        return ", ".join(language.text(OUTCOMES[name]) for name in item.columns)
    if item.round is not None:
        return response(language, item.round)
    if item.stretch is not None:
        first, last = item.stretch.first, item.stretch.last
        return f"{first.isoformat()} – {last.isoformat()}"
    if item.has_stopped:
        return language.text("no more reminders")
    if item.seen is not None:
        return language.text("not reached yet, {day}", day=language.short_day(item.seen))
    return ""


def response(language: Language, found: SurveyRound) -> str:
    """How many have answered, of how many where that is known: 12 av 20 har svarat (60 %)."""
    if found.rate is None:
        return language.text("{number} have answered", number=language.number(found.answered))
    return language.text(
        "{x} of {n} have answered ({share})",
        x=language.number(found.answered),
        n=language.number(found.handed_out or 0),
        share=language.percent(found.rate),
    )


def beside(language: Language, found: WorkList, older: int) -> list[str]:
    """What the list does not hold: follow-ups that have stopped, and those that are too old."""
    said = []
    lost = sum(item.state == "lost" for item in found.stopped)
    if declined := len(found.stopped) - lost:
        one, many = NN_(
            "{number} follow-up was declined and is not reminded of.",
            "{number} follow-ups were declined and are not reminded of.",
        )
        said.append(language.plural(one, many, declined))
    if lost:
        one, many = NN_(
            "{number} follow-up was not reached in time and is not reminded of.",
            "{number} follow-ups were not reached in time and are not reminded of.",
        )
        said.append(language.plural(one, many, lost))
    if older:
        one, many = NN_(
            "{number} follow-up that was due before last year began is not listed.",
            "{number} follow-ups that were due before last year began are not listed.",
        )
        said.append(language.plural(one, many, older))
    return said


def _round(language: Language, found: SurveyRound) -> dict[str, str]:
    group = within(label(language, RespondentGroup, found.group))
    return {"round": found.round, "group": group}
