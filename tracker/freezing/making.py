"""Freezing: the figures of a period with everything that they were made with."""

import json
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from db.codes import DELIVERY_KEY
from db.digest import data_digest
from db.since import last_change
from tracker.exports.sealing import delivery_key, seal
from tracker.freezing.bundle import Bundle, Json
from tracker.freezing.figures import figures_of
from tracker.periods import Period
from tracker.plans import to_document as plan_document
from tracker.plans.model import Plan
from tracker.plans.settling import KEYS
from tracker.privacy import remember
from tracker.privacy.counts import Publication
from tracker.scorecard import Scorecard, make_scorecard
from tracker.scorecard.document import to_document
from tracker.scorecard.making import plan_of
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

PROGRAM = "finsam-tracker"
SPLITS = ("kön", "insats")


def freeze(workspace: Workspace, period: Period) -> Bundle:
    """The bundle of a period as of today; twice on the same store it is the same.

    Raises:
        DataError: the association has no plan.
    """
    secret = delivery_key(workspace)
    plan = plan_of(workspace, period)
    digest, number, at = _state(workspace)
    internal = internal_digests(status(workspace, period, digest), secret)
    about: Json = {
        "association": workspace.association.name,
        "period": period.label,
        "as_of": workspace.today.isoformat(),
        "program": program_version(),
        "data_digest": digest,
        "last_change": {"id": number, "at": at},
    }
    scorecard = make_scorecard(workspace, period, by=SPLITS, published=True)
    bundle = Bundle(
        about,
        _document(scorecard, digest),
        internal,
        plan_document(plan),
        settings_of(workspace, plan),
        scorecard.publication or Publication(),
    )
    about["seal"] = seal_of(bundle, secret)
    return bundle


def status(workspace: Workspace, period: Period, digest: str, *, published: bool = False) -> Json:
    """The status document with its splits, as it is inside or as it may be published."""
    return _document(make_scorecard(workspace, period, by=SPLITS, published=published), digest)


def remember_bundle(workspace: Workspace, bundle: Bundle) -> None:
    """Keep what a bundle says, when it has been handed out: later figures must not undo it."""
    told, subject = bundle.publication, bundle.about["period"]
    remember(workspace, told.reasons, told.sums, kind="export", subject=subject)


def _document(scorecard: Scorecard, digest: str) -> Json:
    document: Json = json.loads(json.dumps(to_document(scorecard, digest)))
    return document


def internal_digests(document: Mapping[str, Any], secret: str) -> dict[str, str]:
    """A keyed digest of every figure as it is inside."""
    return {
        name: seal(secret, [[name, json.dumps(figure, sort_keys=True)]])
        for name, figure in figures_of(document).items()
    }


def settings_of(workspace: Workspace, plan: Plan) -> Json:
    """What the association has set, without its secret, and what is in force."""
    own = workspace.association.settings
    return {
        "association": {key: own[key] for key in sorted(own) if key != DELIVERY_KEY},
        "in_force": {key: str(getattr(plan.settings, key)) for key in KEYS},
    }


def seal_of(bundle: Bundle, secret: str) -> str:
    """The keyed digest of everything in a bundle but the seal itself."""
    about = {key: value for key, value in bundle.about.items() if key != "seal"}
    parts = [about, *bundle.members.values()]
    return seal(secret, [[json.dumps(part, sort_keys=True) for part in parts]])


def program_version() -> str:
    """The version of this program."""
    return version(PROGRAM)


def _state(workspace: Workspace) -> tuple[str, int, str | None]:
    """The digest of the rows, and the number and time of the newest change."""
    with store_sentences(), workspace.store.read() as session:
        digest = data_digest(session, workspace.association.id)
        newest = last_change(session, workspace.association.id)
    if newest is None:
        return digest, 0, None
    return digest, newest.id, newest.at.isoformat(timespec="seconds")
