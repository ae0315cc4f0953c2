"""The words for every code of every closed list, in English; the catalogue has the Swedish ones."""

from collections.abc import Mapping
from enum import StrEnum

from db.codes import (
    AgeBand,
    CodeList,
    CountKind,
    ExitReason,
    FollowUpOutcome,
    MoneyKind,
    NextStep,
    Orientation,
    Party,
    RespondentGroup,
    Sex,
    Support,
    Verdict,
    Why,
    WorkKind,
)
from tracker.problems import N_

CODE_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Why: {"vet_ej": N_("Not known"), "vill_ej": N_("Declined to answer")},
    Sex: {"kvinna": N_("Woman"), "man": N_("Man")},
    AgeBand: {
        "16-24": N_("16–24 years"),
        "16-19": N_("16–19 years"),
        "20-24": N_("20–24 years"),
        "25-29": N_("25–29 years"),
        "30-39": N_("30–39 years"),
        "40-49": N_("40–49 years"),
        "50-59": N_("50–59 years"),
        "60-": N_("60 years or older"),
    },
    Support: {
        "sjukpenning": N_("Sickness benefit"),
        "aktivitetsersättning": N_("Activity compensation"),
        "sjukersättning": N_("Sickness compensation"),
        "a-kassa": N_("Unemployment benefit"),
        "aktivitetsstöd": N_("Activity support"),
        "etableringsersättning": N_("Introduction benefit"),
        "försörjningsstöd": N_("Social assistance"),
        "studiestöd": N_("Student aid"),
        "annan": N_("Other public support"),
        "ingen": N_("No public support"),
    },
    WorkKind: {
        "osubventionerat": N_("Unsubsidised work"),
        "subventionerat": N_("Subsidised work"),
        "eget_företag": N_("Own business"),
    },
    NextStep: {
        "arbete": N_("To work"),
        "eget_företagande": N_("To own business"),
        "studier": N_("To studies"),
        "insats_AF": N_("Programme of the Public Employment Service"),
        "kommunal_arbetsmarknadsinsats": N_("Municipal labour market programme"),
        "förstärkt_samarbete": N_("Reinforced cooperation (AF and FK)"),
        "förbundsinsats": N_("Another intervention of the association"),
        "annan_insats": N_("Another programme"),
        "vård": N_("Health care"),
        "inget": N_("No next step"),
    },
    ExitReason: {
        "enligt_plan": N_("Completed as planned (also earlier, to work or studies)"),
        "återtaget_samtycke": N_("Consent withdrawn"),
        "avliden": N_("Deceased"),
        "felregistrering": N_("Misregistration (voids the episode)"),
    },
    FollowUpOutcome: {
        "svarat": N_("Answered"),
        "ej_nådd": N_("Not reached"),
        "avböjt": N_("Declined the follow-up"),
        "avliden": N_("Deceased"),
    },
    Orientation: {"individ": N_("Aimed at individuals"), "struktur": N_("Structural")},
    Party: {
        "AF": N_("Public Employment Service"),
        "FK": N_("Social Insurance Agency"),
        "kommun": N_("The municipality"),
        "region": N_("The region"),
    },
    RespondentGroup: {
        "deltagare_pågående": N_("Participants, ongoing"),
        "deltagare_avslut": N_("Participants at exit"),
        "insatspersonal": N_("Intervention staff"),
        "chefer": N_("Managers"),
        "remittenter": N_("Referrers"),
        "styrelse": N_("The board"),
        "förbundschef": N_("The director"),
    },
    MoneyKind: {
        "bidrag": N_("Member contributions"),
        "övrig_intäkt": N_("Other income"),
        "individinsats": N_("Individual intervention"),
        "strukturinsats": N_("Structural intervention"),
        "pott": N_("Pool for small interventions"),
        "ej_fördelat": N_("Not allocated"),
        "administration": N_("Administration"),
        "övrig_kostnad": N_("Other cost"),
        "ingående_kapital": N_("Opening equity"),
    },
    Verdict: {
        "uppfyllt": N_("Fulfilled"),
        "delvis": N_("Partly fulfilled"),
        "ej_uppfyllt": N_("Not fulfilled"),
        "ingen": N_("No assessment"),
    },
    CountKind: {
        "deltagare": N_("Participants"),
        "pågående": N_("Ongoing in the period"),
        "påbörjade": N_("Started in the period"),
        "avslutade": N_("Ended in the period"),
        "anonyma": N_("Anonymous participants"),
        "volym": N_("Volume participants"),
        "remitterade": N_("Referred"),
        "antagna": N_("Accepted"),
        "ej_antagna": N_("Not accepted"),
        "kö": N_("In the queue"),
    },
    CodeList: {
        "utbildning": N_("Education"),
        "tid_i_försörjning": N_("Time on public support"),
        "initierad_av": N_("Referred by"),
        "avslutsanledning": N_("Reason for the exit"),
    },
}
"""By list and code; the words for “none of them” of a list with several codes stand there too."""

PLAIN_LABELS: Mapping[str, str] = {
    "ja": N_("Yes"),
    "nej": N_("No"),
    "alla": N_("Women and men together"),
    "": N_("Not filled in"),
}
"""Codes that belong to no list."""

KIND_LABELS: Mapping[str, str] = {
    "insatser": N_("Interventions"),
    "deltaganden": N_("Participations"),
    "uppföljningar": N_("Follow-ups"),
    "enkätsvar": N_("Survey answers"),
    "utskick": N_("Forms handed out"),
    "ekonomi": N_("Money"),
    "aktiviteter": N_("Activities"),
    "bedömningar": N_("Assessments"),
    "antal": N_("Counts"),
}
"""The kinds of rows."""
