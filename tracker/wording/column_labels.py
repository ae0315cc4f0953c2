"""The words for every column of every kind, and help where people hesitate; in English here."""

from collections.abc import Mapping

from tracker.problems import N_

_INTERVENTION = N_("Intervention")
_PARTICIPATION = N_("Participation")

COLUMN_LABELS: Mapping[str, Mapping[str, str]] = {
    "insatser": {
        "insats": N_("Short id"),
        "namn": N_("Name"),
        "inriktning": N_("Orientation"),
        "preciserad_inriktning": N_("Detailed orientation"),
        "ägare": N_("Intervention owner"),
        "parter": N_("Parties"),
        "kommuner": N_("Municipalities"),
        "målgrupp": N_("Target group"),
        "start": N_("First day of the intervention"),
        "slut": N_("Last day of the intervention"),
        "planerat_min": N_("Planned participants, at least"),
        "planerat_max": N_("Planned participants, at most"),
        "planerad_längd": N_("Planned length, months"),
        "uppföljningar": N_("Follow-ups, months after the exit"),
        "esf": N_("Financed by ESF"),
    },
    "deltaganden": {
        "insats": _INTERVENTION,
        "deltagande": _PARTICIPATION,
        "kön": N_("Sex"),
        "åldersgrupp": N_("Age at entry"),
        "kommun": N_("Municipality"),
        "startdatum": N_("Start date"),
        "initierad_av": N_("Referred by"),
        "utbildning": N_("Education"),
        "tid_i_försörjning": N_("Time on public support"),
        "försörjning_före": N_("Support before"),
        "försörjning_efter": N_("Support after"),
        "försörjningsgrad_före": N_("Degree of support before"),
        "försörjningsgrad_efter": N_("Degree of support after"),
        "arbete_före": N_("Worked before"),
        "arbete_efter": N_("Works (or starts shortly)"),
        "arbetstyp_efter": N_("Kind of work"),
        "studier_före": N_("Studied before"),
        "studier_efter": N_("Studies now"),
        "arbetssökande_före": N_("Sought work actively before"),
        "arbetssökande_efter": N_("Seeks work actively"),
        "hälsa_före": N_("Health before"),
        "hälsa_efter": N_("Health now"),
        "arbetsförmåga_före": N_("Work ability before"),
        "arbetsförmåga_efter": N_("Work ability now"),
        "sjukfrånvaro_före": N_("Sick leave before"),
        "sjukfrånvaro_efter": N_("Sick leave now"),
        "slutdatum": N_("End date"),
        "avslutsanledning": N_("Reason for the exit"),
        "nästa_steg": N_("Next step"),
        "plan_efter": N_("Has a plan after the exit"),
        "stegförflyttning": N_("Has moved a step forward"),
        "får_kontaktas": N_("May be contacted"),
    },
    "uppföljningar": {
        "insats": _INTERVENTION,
        "deltagande": _PARTICIPATION,
        "månader": N_("Months after the exit"),
        "datum": N_("Day of the follow-up"),
        "utfall": N_("Outcome of the follow-up"),
        "försörjning": N_("Support"),
        "försörjningsgrad": N_("Degree of support"),
        "arbete": N_("Works"),
        "studier": N_("Studies now"),
    },
    "enkätsvar": {
        "omgång": N_("Survey round"),
        "datum": N_("Day of the answer"),
        "grupp": N_("Respondents"),
        "svar": N_("Number of the form"),
        "insats": _INTERVENTION,
        "kön": N_("Sex"),
        "fråga": N_("Question"),
        "värde": N_("Answer"),
    },
    "utskick": {
        "omgång": N_("Survey round"),
        "datum": N_("Handed out on"),
        "grupp": N_("Respondents"),
        "insats": _INTERVENTION,
        "antal": N_("Number handed out"),
    },
    "ekonomi": {
        "år": N_("Year"),
        "till_och_med": N_("Up to and including"),
        "slag": N_("Kind of money"),
        "insats": _INTERVENTION,
        "benämning": N_("Name of the item"),
        "budget": N_("Budget"),
        "beviljat": N_("Granted"),
        "rekvirerat": N_("Requisitioned"),
        "utfall": N_("Spent or received"),
        "prognos": N_("Forecast"),
    },
    "aktiviteter": {
        "mål": N_("Goal"),
        "benämning": N_("Name of the activity"),
        "senast": N_("At the latest"),
        "genomförd": N_("Done on"),
    },
    "bedömningar": {
        "mål": N_("Goal"),
        "period": N_("Period"),
        "bedömning": N_("Assessment"),
        "kommentar": N_("Comment"),
        "värde": N_("Figure"),
    },
    "antal": {
        "från": N_("First day"),
        "till": N_("Last day"),
        "insats": _INTERVENTION,
        "kommun": N_("Municipality"),
        "kön": N_("Sex"),
        "mått": N_("What is counted"),
        "del": N_("Cell of the table"),
        "täljare": N_("Numerator"),
        "nämnare": N_("Denominator"),
        "saknas": N_("Of them unknown"),
        "sämre": N_("Of them worse"),
        "dold": N_("Hidden figure"),
        "leverans": N_("Delivery"),
        "plan": N_("Plan"),
        "skapad": N_("Created on"),
    },
}
"""By the Swedish names of kind and column."""

_WORK = N_(
    "Per cent of full time, 100 is 40 hours a week. Work training and practice are not work. "
    "Employed but wholly on sick leave: does not work, write 0."
)
_STUDY = N_("Per cent of full time. Labour market training counts as studies.")
_SUPPORT = N_(
    "Several can be given. Parental benefit and old-age pension are not public support: write "
    "“ingen” for who has nothing else."
)
_DEGREE = N_("How much of the livelihood is public support, in per cent. May be left empty.")
_SEEKING = N_("Yes only for who seeks work actively and neither works nor studies.")
_SICK_LEAVE = N_("Per cent of working time on sick leave.")
_HEALTH = N_("The participant's own rating, from 1 (poor) to 5 (very good).")
_ABILITY = N_("The participant's own rating, from 0 (cannot work) to 10 (as good as ever).")
_ROUND = N_(
    "A name of your own for one time of asking, such as Autumn 2021: the same for everybody who is "
    "asked then."
)

HELPS: Mapping[str, Mapping[str, str]] = {
    "insatser": {
        "inriktning": N_("An intervention that is both is registered as two with different names."),
        "uppföljningar": N_("Left empty, follow-ups are due 3 and 6 months after the exit."),
    },
    "deltaganden": {
        "deltagande": N_("A running number of your own. Never a personnummer, initials or a name."),
        "tid_i_försörjning": N_("Before the intervention; gaps of up to a month do not count."),
        "utbildning": N_("Highest completed. Foreign education: the nearest Swedish level."),
        "försörjning_före": _SUPPORT,
        "försörjning_efter": _SUPPORT,
        "försörjningsgrad_före": _DEGREE,
        "försörjningsgrad_efter": _DEGREE,
        "arbete_före": _WORK,
        "arbete_efter": _WORK,
        "studier_före": _STUDY,
        "studier_efter": _STUDY,
        "arbetssökande_före": _SEEKING,
        "arbetssökande_efter": _SEEKING,
        "hälsa_före": _HEALTH,
        "hälsa_efter": _HEALTH,
        "arbetsförmåga_före": _ABILITY,
        "arbetsförmåga_efter": _ABILITY,
        "sjukfrånvaro_före": _SICK_LEAVE,
        "sjukfrånvaro_efter": _SICK_LEAVE,
        "avslutsanledning": N_(
            "Who leaves early for work or studies has completed as planned. Misregistration voids "
            "the episode."
        ),
        "stegförflyttning": N_("Has the participant come closer to work or studies than at entry?"),
        "får_kontaktas": N_("No stops the reminders of follow-ups; the exit still counts."),
    },
    "uppföljningar": {
        "utfall": N_("Declined stops the reminders. Not reached does not: try again."),
        "försörjning": _SUPPORT,
        "försörjningsgrad": _DEGREE,
        "arbete": _WORK,
        "studier": _STUDY,
    },
    "ekonomi": {
        "till_och_med": N_("Empty: the whole year. Otherwise the last day that the row covers."),
        "rekvirerat": N_("What the intervention owner has asked the association to pay."),
    },
    "enkätsvar": {"omgång": _ROUND},
    "utskick": {"omgång": _ROUND},
    "antal": {
        "mått": N_(
            "Anonymous: protected identity or no consent, and only year and sex are kept. Count "
            "them again in the next year. Volume: a large open activity."
        ),
        "nämnare": N_("All of them, the unknown included."),
        "kön": N_("Empty: women and men together."),
        "till": N_("The last day that is counted, inclusive."),
    },
}
"""Only the columns where people hesitate; by the Swedish names of kind and column."""
