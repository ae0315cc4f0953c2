"""From TOML text, or a plain document, to a checked `Plan` and every problem found on the way."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker.plans.goals import read_goal
from tracker.plans.lexing import quote_swedish_keys
from tracker.plans.links import check_links
from tracker.plans.locating import locator
from tracker.plans.model import Plan
from tracker.plans.parts import (
    read_budget_row,
    read_budget_sum,
    read_intervention,
    read_question,
    read_settings,
    year,
)
from tracker.plans.tables import Findings, Table
from tracker.plans.values import day, name, text
from tracker.problems import N_, Problem

_AT_LINE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")

Reading = tuple[Plan | None, list[Problem]]
"""The plan, or None where there are problems; and the problems."""


def read_text(text: str, file: str) -> Reading:
    """The plan that TOML `text` holds; problems carry `file` and their line."""
    try:
        document = tomllib.loads(quote_swedish_keys(text), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        return None, [_syntax(str(error), text, file)]
    return _read(document, Findings(file, locator(text)))


def read_file(path: Path) -> Reading:
    """The plan in the file at `path`; a file that cannot be read is a problem like any other."""
    file = str(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None, [Problem(N_("There is no file {file}."), {"file": file}, file)]
    except OSError as error:
        message = N_("The file {file} cannot be read: {reason}.")
        return None, [Problem(message, {"file": file, "reason": error.strerror}, file)]
    try:
        return read_text(content.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Problem(N_("The file is not in UTF-8."), {}, file, line)]


def from_document(document: dict[str, Any]) -> Reading:
    """The plan in a plain document: what `to_document` gave, or parsed TOML or JSON."""
    return _read(document, Findings())


def _read(document: dict[str, Any], findings: Findings) -> Reading:
    top = Table(document, (), findings)
    plan = _plan(top)
    top.close()
    check_links(plan, findings)
    problems = sorted(findings.problems, key=lambda problem: problem.row or 0)
    return (None if problems else plan), problems


def _plan(top: Table) -> Plan:
    head = top.inner("plan")
    plan = Plan(
        id=head.need("id", name, ""),
        association=head.need("association", name, ""),
        year=head.need("year", year, 0),
        adopted=head.take("adopted", day, None),
        source=head.take("source", text, ""),
        settings=read_settings(top.inner("settings")),
        interventions=top.rows("insats", read_intervention),
        budget=top.rows("budget", read_budget_row),
        budget_sums=top.rows("budget_sum", read_budget_sum),
        questions=top.rows("question", read_question),
        goals=top.rows("goal", read_goal),
    )
    head.close()
    return plan


def _syntax(reason: str, text: str, file: str) -> Problem:
    """A syntax error; `tomllib` gives its line in its sentence only."""
    place = _AT_LINE.search(reason)
    last = max(len(text.splitlines()), 1)
    line = int(place[1]) if place and place[1] else last
    message = N_("The text is not TOML: {reason}.")
    return Problem(message, {"reason": _AT_LINE.sub("", reason)}, file, line)
