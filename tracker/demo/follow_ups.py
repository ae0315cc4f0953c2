"""What came of those who left, some months later: the rows of *uppföljningar*."""

from collections.abc import Iterator
from datetime import timedelta

from tracker.demo.chance import Chance, Odds
from tracker.demo.missing import hide
from tracker.demo.people import NONE, Row
from tracker.demo.setting import Setting
from tracker.demo.sites import Site
from tracker.demo.spans import recorded
from tracker.periods import add_months

STILL_WAITING = 120
"""Days after which nearly every follow-up has been made or given up."""
MADE_LATELY, MADE_LONG_AGO = 0.62, 0.95
LATEST = 40
"""Days after its own day that one is made at most."""
OUTCOMES = Odds({"svarat": 0.73, "ej_nådd": 0.19, "avböjt": 0.08})
WITHOUT_CONTACT = Odds({"svarat": 0.15, "ej_nådd": 0.15, "avböjt": 0.7})
KEPT, GAINED = 0.86, 0.07
"""Share still at work or in studies, and of the others who have begun since."""
REMAINS = 0.83
"""Share whose reduced support is still reduced."""
UNKNOWN = 0.05
FIELDS = ("support", "support_degree", "work", "study")


def follow_ups_of(setting: Setting, site: Site, episodes: list[Row]) -> Iterator[Row]:
    """The follow-ups of an intervention's exits; `number` says whose, the caller finds the row."""
    chance = setting.chance("follow-ups", site.key)
    for episode in episodes:
        if episode["end_date"] is None or episode["exit_reason"] in NEVER:
            continue
        for months in site.follow_ups:
            row = _follow_up(chance, setting, episode, months)
            if row is not None:
                yield row
                if row["outcome"] == "avliden":
                    break


NEVER = ("avliden", "återtaget_samtycke")


def _follow_up(chance: Chance, setting: Setting, episode: Row, months: int) -> Row | None:
    """One follow-up, or None where its day is to come or nobody has made it."""
    due = add_months(episode["end_date"], months)
    days = (setting.today - due).days
    if days < 0 or not chance.happens(MADE_LATELY if days < STILL_WAITING else MADE_LONG_AGO):
        return None
    day = due + timedelta(days=int(chance.draw() * min(days, LATEST)))
    row: Row = {
        "number": episode["number"],
        "months": months,
        "date": day,
        "outcome": _outcome(chance, episode),
        "recorded_at": recorded(chance, day, setting),
        "recorded_by": episode["recorded_by"],
        **dict.fromkeys(name for field in FIELDS for name in (field, f"{field}_why")),
    }
    if row["outcome"] == "svarat":
        _answers(chance, episode, row)
    return row


def _outcome(chance: Chance, episode: Row) -> str:
    if chance.happens(0.003):
        return "avliden"
    return chance.weighted(WITHOUT_CONTACT if episode["may_contact"] is False else OUTCOMES)


def _answers(chance: Chance, episode: Row, row: Row) -> None:
    work, study = episode["work_after"] or 0, episode["study_after"] or 0
    if work or study:
        keeps = chance.happens(KEPT)
        row["work"], row["study"] = (work, study) if keeps else (0, 0)
    else:
        begins = chance.happens(GAINED)
        row["work"], row["study"] = (chance.one_of((50, 100)) if begins else 0), 0
    _livelihood(chance, episode, row)
    for name in FIELDS:
        if chance.happens(UNKNOWN):
            hide(chance, row, name)


def _livelihood(chance: Chance, episode: Row, row: Row) -> None:
    """As at the exit, or back to what it was before."""
    remains = chance.happens(REMAINS)
    when = "after" if remains else "before"
    row["support"] = episode[f"support_{when}"]
    row["support_degree"] = episode[f"support_degree_{when}"]
    if row["work"] and not episode["work_after"] and chance.happens(0.6):
        row["support"] = NONE
        row["support_degree"] = None if row["support_degree"] is None else 0
