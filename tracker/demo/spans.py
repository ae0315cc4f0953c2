"""When an episode begins and ends and why, and when somebody got round to recording it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tracker.demo.chance import Chance, Odds, working_day
from tracker.demo.setting import Setting
from tracker.demo.sites import Site

DAYS_A_MONTH = 30.4
REASONS = Odds(
    {
        "enligt_plan": 0.63,
        "sjukdom": 0.08,
        "eget_avbrott": 0.08,
        "uteblivit": 0.06,
        "fortsatt_rehabilitering": 0.06,
        "flytt": 0.03,
        "fel_målgrupp": 0.02,
        "annan": 0.02,
        "föräldraledighet": 0.01,
        "återtaget_samtycke": 0.007,
        "avliden": 0.003,
    }
)
FORGOTTEN = 0.04
"""Of the exits of the last months, how many have not been entered yet."""
RECENT = 330
MISREGISTERED = 0.008
HOLIDAY = 7
"""July: few begin."""
ATTEMPTS = 40
LATE = Odds({4: 0.70, 28: 0.22, 90: 0.06, 230: 0.02})
"""Days at most between an event and its entry, and how often."""


@dataclass(frozen=True)
class Span:
    """The days of one episode; without an end it is still going on."""

    start: date
    end: date | None = None
    reason: str | None = None
    voided: bool = False


def spans_of(setting: Setting, site: Site) -> list[Span]:
    """The episodes of an intervention in the order in which they begin."""
    chance = setting.chance("spans", site.key)
    spans = [_span(chance, setting, site) for _ in range(site.episodes)]
    return sorted(spans, key=lambda span: span.start)


def _span(chance: Chance, setting: Setting, site: Site) -> Span:
    """One episode that reaches into the years of the demo."""
    for _ in range(ATTEMPTS):
        span = _any_span(chance, setting, site)
        if span.end is None or span.end >= setting.first_day:
            return span
    return Span(chance.day(max(site.start, setting.first_day), _last_entry(setting, site)))


def _any_span(chance: Chance, setting: Setting, site: Site) -> Span:
    start = chance.day(site.start, _last_entry(setting, site))
    if start.month == HOLIDAY and chance.happens(0.6):
        start = chance.day(site.start, _last_entry(setting, site))
    if chance.happens(MISREGISTERED):
        return Span(max(start, setting.first_day), voided=True)
    reason = chance.weighted(REASONS)
    end = start + timedelta(days=_length(chance, site, reason))
    return _closed(chance, setting, site, Span(start, end, reason))


def _last_entry(setting: Setting, site: Site) -> date:
    """Nobody begins shortly before an intervention ends."""
    if site.end is None or site.end > setting.today:
        return setting.today - timedelta(days=1)
    return max(site.start, site.end - timedelta(days=round(site.length * DAYS_A_MONTH / 2)))


def _length(chance: Chance, site: Site, reason: str) -> int:
    """Days: about as planned, or broken off somewhere on the way."""
    planned = site.length * DAYS_A_MONTH
    if reason == "enligt_plan":
        return max(14, round(planned * (1 + 0.17 * chance.bell())))
    return max(7, round(planned * chance.between(0.08, 1.0)))


def _closed(chance: Chance, setting: Setting, site: Site, span: Span) -> Span:
    """The span as the register knows it on the demo's day."""
    end, reason = span.end or span.start, span.reason
    if site.end is not None and end > site.end:
        end, reason = site.end, "insatsen_upphör" if chance.happens(0.3) else "enligt_plan"
    end = working_day(end, max(end, site.end or end))
    ago = (setting.today - end).days
    if ago < 1 or (ago < RECENT and chance.happens(FORGOTTEN)):
        return Span(span.start)
    return Span(span.start, end, reason)


def recorded(chance: Chance, day: date, setting: Setting) -> datetime:
    """When an event of a day was entered: mostly at once, sometimes late, never in the future."""
    most = chance.weighted(LATE)
    days = int(chance.draw() * (most + 1))
    minutes = int(chance.draw() * 480)
    entered = working_day(day + timedelta(days=days), setting.today)
    at = datetime(entered.year, entered.month, entered.day, 8, tzinfo=UTC)
    return min(at + timedelta(minutes=minutes), setting.now)
