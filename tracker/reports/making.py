"""Making the report of a period: of the association, one intervention or one municipality."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from sqlmodel import Session

from db.associations import code_rows
from db.tallies.board import InterventionRow
from db.tallies.places import municipalities
from tracker.errors import DataError, UsageError
from tracker.periods import Period
from tracker.plans.model import Plan
from tracker.privacy import Rule, known_to_readers, remember
from tracker.privacy.counts import Publication, Reason
from tracker.problems import N_
from tracker.reports.content import Sources, interim_sections, report_frame, year_sections
from tracker.reports.corrections import correction_words
from tracker.reports.drafts import DraftSection, HiddenWords, published
from tracker.reports.ledger import Ledger, individual
from tracker.reports.model import Report
from tracker.reports.part_content import part_sections
from tracker.reports.vocabulary import Words
from tracker.scorecard import Scorecard, default_period, make_scorecard
from tracker.scorecard.making import frame_of, plan_of
from tracker.wording import Language
from tracker.wording.spans import span_text
from tracker.workspace import Workspace


def make_report(
    workspace: Workspace,
    period: Period | None = None,
    *,
    insats: str | None = None,
    kommun: str | None = None,
) -> Report:
    """The report of a period, by default the latest plan year that has begun.

    Args:
        workspace: where the rows are and who asks.
        period: the days; what is not whole years gives an interim report.
        insats: the key of an intervention: a short report for its steering group.
        kommun: the name of a municipality: a short report on its participants.

    Raises:
        DataError: the association has no plan, or there is no such intervention or municipality.
        UsageError: both an intervention and a municipality.
    """
    if insats is not None and kommun is not None:
        raise UsageError(N_("Choose an intervention or a municipality, not both."))
    period = period or default_period(workspace)
    if insats is None and kommun is None:
        return report_of(workspace, make_scorecard(workspace, period, by=("kön",), published=True))
    with workspace.store.read() as session:
        ledger = _ledger(session, workspace, plan_of(workspace, period), period)
        words = _words(session, workspace.language)
        if insats is not None:
            return _of_intervention(ledger, words, insats)
        return _of_municipality(ledger, words, kommun or "")


def remember_report(workspace: Workspace, report: Report) -> None:
    """Keep what a report says, when it has been handed out: later ones must not undo it."""
    if report.publication is not None:
        told = report.publication
        remember(workspace, told.reasons, told.sums, kind="report", subject=report.title)


def report_of(workspace: Workspace, scorecard: Scorecard) -> Report:
    """The report on a published scorecard of the whole association.

    Raises:
        ValueError: the scorecard has not passed the door for what is published.
    """
    with workspace.store.read() as session:
        ledger = _ledger(session, workspace, scorecard.plan, scorecard.period)
        sources = Sources(ledger, scorecard, _words(session, workspace.language))
        title = ledger.language.text(
            "Follow-up of goals {period}", period=span_text(ledger.language, ledger.period)
        )
        make = year_sections if ledger.is_year else interim_sections
        return _published(sources, title, make(sources))


def _published(sources: Sources, title: str, drafts: Iterable[DraftSection]) -> Report:
    """The report with its sections, all their counts judged together."""
    ledger = sources.ledger
    frame = report_frame(ledger.language, sources.scorecard, title)
    settings = ledger.plan.settings
    rule = Rule(settings.min_show, settings.hide_numerators)
    sections, publication = published(
        list(drafts),
        rule,
        hidden_words(ledger),
        partial(known_to_readers, ledger.workspace),
    )
    told = publication.beside(_of_goals(ledger, sources.scorecard))
    return replace(frame, sections=sections, publication=told)


def _of_goals(ledger: Ledger, scorecard: Scorecard) -> Publication:
    """What the goals' own door hid of those that the report is on; what they show is printed."""
    told = scorecard.publication or Publication()
    here = {
        count: reason
        for count, reason in told.reasons.items()
        if reason is not None
        and count.insats in (None, ledger.insats or count.insats)
        and count.municipality in (None, ledger.municipality)
    }
    return Publication(here, told.sums)


def _ledger(session: Session, workspace: Workspace, plan: Plan, period: Period) -> Ledger:
    frame = frame_of(session, workspace, plan, period)
    return Ledger(workspace, session, plan, period, frame, individual(frame.interventions))


def _words(session: Session, language: Language) -> Words:
    """The words of the lists that may be extended, in their order."""
    lists: dict[str, dict[str, str]] = {}
    for row in code_rows(session):
        text = row.label_sv if language.code == "sv" else row.label_en
        lists.setdefault(row.list, {})[row.code] = text
    return Words(language, lists)


def _of_intervention(ledger: Ledger, words: Words, key: str) -> Report:
    row = _intervention(ledger, key)
    ledger = replace(ledger, chosen=(row,), insats=row.key, kept={})
    return _of_part(ledger, words, "insats", row.key, row.name)


def _intervention(ledger: Ledger, key: str) -> InterventionRow:
    for row in ledger.chosen:
        if row.key == key:
            return row
    names = ", ".join(row.key for row in ledger.chosen)
    message = N_("There is no intervention “{insats}” for individuals. There are: {names}")
    raise DataError(message, insats=key, names=names)


def _of_municipality(ledger: Ledger, words: Words, name: str) -> Report:
    known = municipalities(ledger.session, ledger.frame.association_id)
    if name not in known:
        if not known:
            message = N_(
                "No participant here has a municipality, so there is no report on “{kommun}”. "
                "Deliveries do not tell where participants live."
            )
            raise DataError(message, kommun=name)
        message = N_("Nobody is registered in the municipality “{kommun}”. There are: {names}")
        raise DataError(message, kommun=name, names=", ".join(known))
    return _of_part(replace(ledger, municipality=name, kept={}), words, "kommun", name, name)


def _of_part(ledger: Ledger, words: Words, split: str, key: str, name: str) -> Report:
    scorecard = make_scorecard(ledger.workspace, ledger.period, by=(split,), published=True)
    sources = Sources(ledger, scorecard, words)
    title = ledger.language.text(
        "{name}: follow-up {period}", name=name, period=span_text(ledger.language, ledger.period)
    )
    return _published(sources, title, part_sections(sources, split, key))


def hidden_words(ledger: Ledger) -> HiddenWords:
    """What stands in hidden cells, in short, and what it means, below the table."""
    language = ledger.language
    is_open = ledger.period.is_open(ledger.workspace.today)
    return HiddenWords(
        cells_of(language),
        notes_of(language, ledger.plan.settings.min_show),
        # Figures of a period that goes on are others each time: that is no correction.
        None if is_open else partial(correction_words, language),
    )


def cells_of(language: Language) -> dict[Reason, str]:
    """What stands in a hidden cell."""
    return {
        "small": language.text("▒ few"),
        "complementary": language.text("▒ other"),
        "earlier": language.text("▒ before"),
    }


def notes_of(language: Language, few: int) -> dict[Reason, str]:
    """What that means."""
    return {
        "small": language.text(
            "▒ few: not shown, since it is of fewer than {number} persons, or of all but so few.",
            number=few,
        ),
        "complementary": language.text(
            "▒ other: not shown, since another hidden number could be worked out from it."
        ),
        "earlier": language.text(
            "▒ before: not shown, since a goal or a report that has been made already would, "
            "together with it, give a hidden number away."
        ),
    }
