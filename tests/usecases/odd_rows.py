"""A store in which every check of data quality finds something."""

from datetime import date, timedelta

from tests.factories import PLAN, a_follow_up, an_entry, an_exit
from tests.usecases.measuring import answer, count, money
from tracker.registration import save

TEXT = (
    PLAN.replace('namn = "KRUS"', 'namn = "KRUS"\nplanerad_längd = 6', 1)
    + """
[[insats]]
insats = "tyst"
namn = "Tyst"
inriktning = "individ"

[[insats]]
insats = "ny"
namn = "Ny"
inriktning = "individ"
start = 2022-02-01

[[budget]]
slag = "administration"
benämning = "Styrelsen"
amounts = { 2021 = 350000 }
[[budget_sum]]
benämning = "SUMMA kostnader"
amounts = { 2021 = 360000 }
"""
)
NONE = {"försörjning_före": "ingen", "försörjningsgrad_före": "", "tid_i_försörjning": "ingen"}
ODD = {
    "utfall_på_avliden": ("L-01", {"avslutsanledning": "avliden"}),
    "försörjning_mot_tid": ("L-02", {**NONE, "tid_i_försörjning": "3-5_år"}),
    "försörjning_mot_grad": ("L-03", {"försörjningsgrad_före": "0"}),
    "nästa_steg_arbete_utan_arbete": ("L-04", {"arbete_efter": "0", "arbetstyp_efter": ""}),
    "arbetstyp_utan_arbete": ("L-05", {"arbete_efter": "0", "nästa_steg": "vård"}),
    "arbete_och_studier_över_100": ("L-06", {"arbete_efter": "75", "studier_efter": "50"}),
    "arbetssökande_i_arbete": ("L-07", {"arbetssökande_efter": "ja"}),
    "okänt_kön": ("L-08", {"kön": "vet_ej"}),
    "utanför_insatsens_tid": ("L-09", {"startdatum": "2018-12-31", "slutdatum": "2019-05-01"}),
    "lång_tid": ("L-10", {"startdatum": "2021-01-19"}),
}
"""What is odd about one episode: its running number, and what makes it so."""


def a_stay(number, **changes):
    """An episode in order, of its own age and day so that it is nobody's double."""
    day = date(2021, 8, 1) + timedelta(days=int(number[-2:]))
    draft = an_entry(deltagande=number, startdatum=day.isoformat(), hälsa_före=number[-1])
    if number[-1] not in "12345":
        draft["hälsa_före"] = "2"
    return {**draft, **an_exit(), **changes}


def fill(workspace):
    for number, changes in ODD.values():
        save(workspace, "deltaganden", a_stay(number, **changes))
    save(workspace, "deltaganden", a_stay("L-11", avslutsanledning="återtaget_samtycke"))
    save(workspace, "deltaganden", a_stay("L-12", får_kontaktas="nej"))
    for number in ("L-11", "L-12"):
        save(workspace, "uppföljningar", a_follow_up(deltagande=number))
    for number in range(13, 34):
        save(workspace, "deltaganden", a_stay(f"L-{number}"))
    save(workspace, "uppföljningar", a_follow_up(deltagande="L-13", arbete="75", studier="50"))
    for number in range(1, 6):
        gaps = {"arbete_efter": "", "arbetstyp_efter": "", "nästa_steg": ""}
        gaps |= {"kommun": "" if number < 3 else "Lillby", "insats": "navet"}
        draft = a_stay(f"N-0{number}", slutdatum="2021-12-20", **gaps)
        save(workspace, "deltaganden", draft)
    for svar in (1, 2, 3):
        save(workspace, *answer(svar, "i1", "4"))
    handed = {"omgång": "2021-höst", "grupp": "deltagare_avslut", "insats": "krus"}
    save(workspace, "utskick", {**handed, "antal": "2"})
    save(workspace, *answer(1, "i1", "3", insats=""))
    save(workspace, *money("strukturinsats", "500", "guiden"))
    fill_counts(workspace)
    twins = {"startdatum": "2022-02-10", "åldersgrupp": "50-59", **dict.fromkeys(an_exit(), "")}
    for number in ("L-41", "L-42"):
        save(workspace, "deltaganden", a_stay(number, **twins))


def fill_counts(workspace):
    parts = {"insats": "guiden", "saknas": ""}
    for kön, täljare in (("", "10"), ("kvinna", "7"), ("man", "5")):
        save(workspace, *count("volym", **parts, kön=kön, täljare=täljare))
    for mått, täljare in (("deltagare", "8"), ("påbörjade", "9"), ("avslutade", "8")):
        save(workspace, *count(mått, **parts, täljare=täljare))
