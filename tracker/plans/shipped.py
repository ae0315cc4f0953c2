"""The plans that come with the program, and the one way to open any plan by name or file."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from tracker.errors import UsageError
from tracker.plans.model import Plan
from tracker.plans.reading import read_file, read_text
from tracker.plans.values import nearest
from tracker.problems import N_

_SUFFIX = ".toml"


def shipped() -> list[str]:
    """The ids of the plans that come with the program, in order."""
    names = (entry.name for entry in _folder().iterdir())
    return sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))


def shipped_text(plan_id: str) -> str:
    """The TOML text of a plan that comes with the program."""
    if plan_id not in shipped():
        raise _no_such_plan(plan_id)
    return (_folder() / f"{plan_id}{_SUFFIX}").read_text(encoding="utf-8")


def load(source: str) -> Plan:
    """The plan with this id, or in this file; `UsageError` with its problems where it has any."""
    if source in shipped():
        plan, problems = read_text(shipped_text(source), f"{source}{_SUFFIX}")
    elif Path(source).exists() or source.endswith(_SUFFIX) or Path(source).name != source:
        plan, problems = read_file(Path(source))
    else:
        raise _no_such_plan(source)
    if plan is None:
        message = N_("The plan {source} cannot be used as it stands.")
        raise UsageError(message, problems=tuple(problems), source=source)
    return plan


def _no_such_plan(plan_id: str) -> UsageError:
    message = N_("There is no plan {plan}; the nearest is {nearest}. A file ends with .toml.")
    return UsageError(message, plan=plan_id, nearest=nearest(plan_id, shipped()))


def _folder() -> Traversable:
    return files("tracker") / "data" / "plans"
