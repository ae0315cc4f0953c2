"""Verifying a bundle: every figure made again on today's store, and why one is another now.

Three figures are compared: the frozen one; today's rows by the frozen plan, settings and day; and
today's rows by today's plan. Where the first two differ the rows or the program have changed, where
the last two differ the definition or a setting has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db.digest import data_digest
from tracker.errors import DataError
from tracker.exports.sealing import known_key
from tracker.freezing.bundle import Bundle, Json
from tracker.freezing.causes import Cause, RowCauses, concerning, row_causes
from tracker.freezing.figures import figures_of, goal_of, insats_of
from tracker.freezing.making import internal_digests, program_version, seal_of, settings_of, status
from tracker.freezing.redefined import Redefined, redefined_goals, reset_settings
from tracker.periods import Period, parse_period
from tracker.plans import from_document
from tracker.plans.settling import association_settings, settled
from tracker.problems import N_
from tracker.scorecard.making import plan_of
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace


@dataclass(frozen=True)
class Difference:
    """A figure that is another now."""

    figure: str
    """The goal, or the goal and the part of a split."""
    before: Json
    """As it was published; empty where it was hidden or not there."""
    after: Json
    causes: tuple[Cause, ...]
    shown_alike: bool
    """Only what is hidden differs."""


@dataclass(frozen=True)
class Verified:
    """What a comparison of a bundle with today's store found."""

    bundle: Bundle
    figures: int
    """How many were compared."""
    differences: tuple[Difference, ...]
    same_data: bool
    """The rows are exactly what they were."""
    program: str
    """The version that compared."""
    can_look_inside: bool
    """Whether this store has the secret that the bundle was sealed with."""
    rows: tuple[Cause, ...]
    """What happened to the rows since, whether or not it changed a figure."""

    @property
    def is_same(self) -> bool:
        """Whether every figure is what it was."""
        return not self.differences


def verify(workspace: Workspace, bundle: Bundle) -> Verified:
    """Compare a bundle with what the store gives today, as of the day that it was frozen.

    Raises:
        DataError: another association's bundle, a seal that is not right, or a plan that this
            version cannot read.
    """
    period = parse_period(bundle.about["period"])
    secret = _secret(workspace, bundle)
    then = _as_frozen(workspace, bundle)
    now = replace(workspace, today=then.today)
    digest, causes = _rows(workspace, bundle, period)
    by_rows = _Made.of(then, period, digest, secret)
    today = _Made.of(now, period, digest, secret)
    frozen = _Made(figures_of(bundle.published), bundle.internal)
    plan = plan_of(now, period)
    redefined = redefined_goals(bundle.plan, plan)
    resets = reset_settings(bundle.settings["in_force"], settings_of(now, plan)["in_force"])
    explain = _Explaining(bundle, causes, redefined, resets, same_data=_is_same(bundle, digest))
    names = list(dict.fromkeys([*frozen.published, *today.published]))
    differences = [
        Difference(
            name,
            frozen.published.get(name, {}),
            today.published.get(name, {}),
            explain.causes(name, frozen, by_rows, today),
            frozen.published.get(name) == today.published.get(name),
        )
        for name in names
        if frozen.differs(today, name)
    ]
    return Verified(
        bundle,
        len(names),
        tuple(differences),
        explain.same_data,
        program_version(),
        secret is not None,
        causes.all,
    )


@dataclass(frozen=True)
class _Made:
    """The figures of one way to make them: as published, and digests of what is inside."""

    published: Mapping[str, Json]
    internal: Mapping[str, str]

    @classmethod
    def of(cls, workspace: Workspace, period: Period, digest: str, secret: str | None) -> "_Made":
        shown = figures_of(status(workspace, period, digest, published=True))
        if secret is None:
            return cls(shown, {})
        return cls(shown, internal_digests(status(workspace, period, digest), secret))

    def differs(self, other: "_Made", name: str) -> bool:
        """Whether a figure is another there, inside or as shown."""
        if self.published.get(name) != other.published.get(name):
            return True
        is_known = bool(self.internal) and bool(other.internal)
        return is_known and not self.is_same_inside(other, name)

    def is_same_inside(self, other: "_Made", name: str) -> bool:
        """Whether the figure inside is known to be the same."""
        digest = self.internal.get(name)
        return digest is not None and digest == other.internal.get(name)


@dataclass(frozen=True)
class _Explaining:
    """What is known of the time since, to tell why a figure differs."""

    bundle: Bundle
    rows: RowCauses
    redefined: Mapping[str, Redefined]
    resets: tuple[Cause, ...]
    same_data: bool

    def causes(self, name: str, frozen: _Made, by_rows: _Made, today: _Made) -> tuple[Cause, ...]:
        """Why a figure is another now."""
        found: list[Cause] = []
        goal = goal_of(name)
        if goal in self.redefined and self.redefined[goal].is_only_there_once:
            return self.redefined[goal].causes
        if frozen.differs(by_rows, name):
            found += concerning(self.rows, self._measure(goal), insats_of(name))
            found += self._program()
        if by_rows.differs(today, name):
            found += self.redefined[goal].causes if goal in self.redefined else ()
            found += self.resets
        if not found and frozen.is_same_inside(today, name):
            found.append(Cause("shown"))
        return tuple(found) or (Cause("unknown" if self.same_data else "untold"),)

    def _measure(self, goal: str) -> str:
        """The measure of a goal as it was frozen."""
        goals = {each["id"]: each["measure"] for each in self.bundle.published["goals"]}
        return str(goals.get(goal, ""))

    def _program(self) -> list[Cause]:
        before, after = self.bundle.about["program"], program_version()
        return [] if before == after else [Cause("program", before=before, after=after)]


def _secret(workspace: Workspace, bundle: Bundle) -> str | None:
    """The secret that the bundle was sealed with, if this store has one; the seal must be right."""
    if bundle.about["association"] != workspace.association.name:
        raise DataError(
            N_("The bundle is of {other}, and this store is open for {association}."),
            other=bundle.about["association"],
            association=workspace.association.name,
        )
    known = known_key(workspace)
    if known is None:
        return None
    if seal_of(bundle, known) != bundle.about.get("seal"):
        raise DataError(
            N_(
                "The bundle was edited after it was made, or made in another store: its seal is "
                "not this store's."
            )
        )
    return known


def _as_frozen(workspace: Workspace, bundle: Bundle) -> Workspace:
    """The workspace with the day, the plan and the settings that the bundle was made with."""
    plan, problems = from_document(bundle.plan)
    if plan is None:
        raise DataError(
            N_("The plan in the bundle cannot be read by this version."), problems=tuple(problems)
        )
    own = settled(plan, association_settings(bundle.settings["association"]))
    day = date.fromisoformat(bundle.about["as_of"])
    return replace(workspace, plans=(own,), today=day)


def _rows(workspace: Workspace, bundle: Bundle, period: Period) -> tuple[str, RowCauses]:
    """The digest of today's rows, and what happened to them since."""
    with store_sentences(), workspace.store.read() as session:
        number = workspace.association.id
        digest = data_digest(session, number)
        if _is_same(bundle, digest):
            return digest, RowCauses()
        since: dict[str, Any] = bundle.about["last_change"]
        return digest, row_causes(session, number, since["id"], period)


def _is_same(bundle: Bundle, digest: str) -> bool:
    return bool(bundle.about["data_digest"] == digest)
