"""What a figure says about its goal, in a sentence: met or not, and whether by chance."""

from fractions import Fraction

from tracker.goals.status import Status
from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.wording.figures import target_text
from tracker.wording.language import Language
from tracker.wording.status import status_label

VERDICTS: dict[Status, str] = {
    Status.MET_CLEAR: N_("The goal {target} is clearly met."),
    Status.MET_UNCLEAR: N_("The goal {target} is met, but the difference may be due to chance."),
    Status.NOT_MET_UNCLEAR: N_(
        "The goal {target} is not met, but the difference may be due to chance."
    ),
    Status.NOT_MET_CLEAR: N_("The goal {target} is clearly not met."),
    Status.MET: N_("The goal {target} is met."),
    Status.NOT_MET: N_("The goal {target} is not met."),
}
WITHOUT_TARGET: dict[Status, str] = {
    Status.MET_CLEAR: N_("The goal is clearly met."),
    Status.MET_UNCLEAR: N_("The goal is met, but the difference may be due to chance."),
    Status.NOT_MET_UNCLEAR: N_("The goal is not met, but the difference may be due to chance."),
    Status.NOT_MET_CLEAR: N_("The goal is clearly not met."),
    Status.MET: N_("The goal is met."),
    Status.NOT_MET: N_("The goal is not met."),
}
"""Of goals that ask for a change to the better and name no number."""
SO_FAR: dict[Status, str] = {
    Status.MET_CLEAR: N_("So far the goal {target} is clearly reached."),
    Status.MET_UNCLEAR: N_(
        "So far the goal {target} is reached, but the difference may be due to chance."
    ),
    Status.NOT_MET_UNCLEAR: N_(
        "So far the goal {target} is not reached, but the difference may be due to chance."
    ),
    Status.NOT_MET_CLEAR: N_("So far the goal {target} is clearly not reached."),
    Status.MET: N_("So far the goal {target} is reached."),
    Status.NOT_MET: N_("So far the goal {target} is not reached."),
}


def verdict_text(language: Language, goal: Goal, status: Status, *, is_open: bool) -> str:
    """Whether the goal is met, or how it stands so far; empty where that is not judged."""
    if goal.measure == "before_after" and goal.target is None:
        return _without_target(language, status, is_open=is_open)
    words = SO_FAR if is_open else VERDICTS
    if status not in words:
        return ""
    target = target_text(language, goal)
    if not isinstance(goal.target, Fraction) or goal.direction == "max":
        target = f"({target})"  # words, not a number: the goal (within 5%) is met
    return language.text(words[status], target=target)


def _without_target(language: Language, status: Status, *, is_open: bool) -> str:
    if not is_open:
        return language.text(WITHOUT_TARGET[status]) if status in WITHOUT_TARGET else ""
    return f"{status_label(language, status, is_open=True)}."
