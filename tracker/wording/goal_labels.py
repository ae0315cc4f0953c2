"""The words for the keys of a goal and for what they can be; the catalogue has the Swedish ones."""

from collections.abc import Mapping

from tracker.problems import N_

GOAL = "mål"
"""The name of the form's kind: goals stand in plans, and are no kind of file."""
GOAL_LABELS: Mapping[str, str] = {
    "id": N_("Short name"),
    "text": N_("Goal in the plan's words"),
    "level": N_("Level"),
    "measure": N_("How it is measured"),
    "target": N_("Target value"),
    "direction": N_("Reached when the figure is"),
    "line": N_("Further levels"),
    "success": N_("Counts as reached"),
    "require": N_("Of these is needed"),
    "months": N_("Months after the exit"),
    "among": N_("Of whom"),
    "variable": N_("What is compared"),
    "better": N_("Better is"),
    "indicators": N_("Indicators"),
    "questions": N_("Questions"),
    "groups": N_("Who answers"),
    "combine": N_("How answers are put together"),
    "min": N_("At least"),
    "max": N_("At most"),
    "part": N_("Part (kinds of money)"),
    "whole": N_("Of (kinds of money)"),
    "basis": N_("Counted on"),
    "per": N_("Judged for"),
    "tolerance": N_("Allowed deviation"),
    "of": N_("Which amount"),
    "items": N_("Activities"),
    "every": N_("Who is visited, and how often"),
    "ceiling": N_("Steps of the ceiling"),
    "insatser": N_("Interventions (empty: all)"),
    "denominator": N_("Exits that count"),
    "exclude": N_("Reasons left out"),
    "unknown": N_("Unknown outcomes"),
    "inference": N_("How it is read"),
    "method": N_("Interval"),
    "key": N_("Shown first"),
    "measured": N_("Measured in the month"),
    "row": N_("Row of the plan"),
    "source": N_("Where it stands"),
    "note": N_("Choices made"),
}
GOAL_HELPS: Mapping[str, str] = {
    "id": N_("Years are compared by this name: keep it while the goal is the same."),
    "text": N_("As it stands in the plan."),
    "measure": N_("What the measure asks for comes below when it is chosen."),
    "target": N_("Empty: the figure is shown, not judged."),
    "line": N_("Lower or higher levels of the same goal."),
    "insatser": N_("Empty: all that the measure usually concerns."),
    "unknown": N_(
        "Empty: as usual. Unknown outcomes count as not reached among exits, and are left out of "
        "other measures."
    ),
    "inference": N_("Empty: as the settings say."),
    "method": N_("Empty: as the settings say."),
    "every": N_("Everybody is to be visited at least once in so many months."),
    "ceiling": N_(
        "The rule in force: for yearly contributions from one amount to another, the share that "
        "equity may be, and after / the most it may be in kronor."
    ),
    "note": N_("Choices made where the plan is unclear; printed in the method note."),
    "measured": N_("Before that month the goal is shown as measured later."),
}
LEVELS: Mapping[str, str] = {
    "individ": N_("Individual"),
    "struktur": N_("Structure"),
    "organisation": N_("Organisation"),
    "ekonomi": N_("Finances"),
}
MEASURES: Mapping[str, str] = {
    "exits": N_("Share of exits that reached something"),
    "started_or_increased": N_("Share of exits with more work or study than at entry"),
    "follow_up": N_("The same some months after the exit"),
    "before_after": N_("Change from entry to exit"),
    "survey": N_("Share of positive answers"),
    "response_rate": N_("Response rate"),
    "participants": N_("Number of participants"),
    "money_share": N_("Money as a share of other money"),
    "money_tolerance": N_("Deviation from budget"),
    "money_ceiling": N_("Equity against the ceiling"),
    "money_balance": N_("Result or equity in kronor"),
    "checklist": N_("Activities done in time"),
    "reporting": N_("Interventions that register"),
    "number": N_("A figure entered by hand"),
    "assessment": N_("The board's own words"),
}
SUCCESSES: Mapping[str, str] = {
    "arbete": N_("Work"),
    "osubventionerat_arbete": N_("Unsubsidised work or own business"),
    "studier": N_("Study"),
    "egen_försörjning": N_("No public support any more"),
    "minskad_försörjning": N_("Less public support"),
    "plan": N_("Has a plan"),
    "stegförflyttning": N_("A step forward"),
    "kvarstår": N_("Still less public support"),
}
NEXT_STEP = N_("Next step: {step}")
DIRECTIONS: Mapping[str, str] = {"min": N_("at least the target"), "max": N_("at most the target")}
REQUIRES: Mapping[str, str] = {"any": N_("any one"), "all": N_("all of them")}
AMONG: Mapping[str, str] = {
    "alla": N_("everybody"),
    "minskade": N_("those with less support at the exit"),
}
VARIABLES: Mapping[str, str] = {
    "hälsa": N_("Health"),
    "arbetsförmåga": N_("Work ability"),
    "sjukfrånvaro": N_("Sick leave"),
    "försörjning": N_("Public support"),
}
BETTER: Mapping[str, str] = {"higher": N_("higher"), "lower": N_("lower")}
COMBINES: Mapping[str, str] = {
    "answers": N_("every answer counts"),
    "respondent_mean": N_("mean of each respondent"),
    "respondent_all": N_("respondents positive throughout"),
    "respondent_majority": N_("respondents mostly positive"),
    "indicator_wise": N_("every indicator by itself"),
}
BASES: Mapping[str, str] = {
    "utfall": N_("actual"),
    "budget": N_("budget"),
    "prognos": N_("forecast"),
    "rekvirerat": N_("requisitioned"),
}
PER: Mapping[str, str] = {"insats": N_("each intervention"), "total": N_("the sum")}
AMOUNTS: Mapping[str, str] = {"resultat": N_("result of the year"), "eget_kapital": N_("equity")}
DENOMINATORS: Mapping[str, str] = {"alla": N_("all exits"), "fullföljda": N_("completed only")}
UNKNOWNS: Mapping[str, str] = {
    "not_reached": N_("count as not reached"),
    "left_out": N_("are left out"),
    "bounds": N_("must not decide"),
}
INFERENCES: Mapping[str, str] = {
    "process": N_("level of the work"),
    "outcome": N_("only what happened"),
    "population": N_("all who were asked"),
}
METHODS: Mapping[str, str] = {"wilson": N_("Wilson"), "midp": N_("mid-P"), "exact": N_("exact")}
