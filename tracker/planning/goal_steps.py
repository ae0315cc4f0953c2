"""Fields of the form of a goal that a plan file has tables for: steps of a ceiling, and visits."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from typing_extensions import override

from tracker.planning.goal_fields import PARTS, per_cent, share_of
from tracker.problems import N_
from tracker.validation.context import Context
from tracker.validation.fields import FieldType, Refused, echo

AMOUNT = r"(\d[\d\s]*(?:[.,]\d{1,2})?)"
_STEP = re.compile(rf"{AMOUNT}?\s*[-–]\s*{AMOUNT}?\s*:\s*([\d.,]+\s?%?)\s*(?:/\s*{AMOUNT}\s*)?")
STEPS_LIKE = N_("0–10 000 000: 20 %; 10 000 000–: 15 % / 3 000 000")
VISITS_LIKE = N_("Lillby council; Storby council: 24")
NO_STEP = N_("“{value}” is not understood. Write for example {example}")
NO_VISITS = N_("Names with ; between, then : and the number of months, such as {example}.")


@dataclass(frozen=True)
class Steps(FieldType):
    """Steps of a ceiling as “from–to: share / cap; …”, in kronor of yearly contributions."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        steps = []
        for part in filter(None, (part.strip() for part in text.split(PARTS))):
            found = _STEP.fullmatch(part)
            share = found and share_of(found[3].strip())
            if not found or not share:
                example = context.language.text(STEPS_LIKE)
                return Refused(NO_STEP, {"value": echo(part), "example": example})
            told = {"from": found[1], "to": found[2], "share": share, "cap": found[4]}
            steps.append({key: _exact(told[key], key) for key in told if told[key]})
        return steps

    @override
    def right(self, context: Context) -> str:
        example = context.language.text(STEPS_LIKE)
        return context.language.text(N_("Such as {example}"), example=example)

    @override
    def written(self, value: Any, context: Context) -> str:
        return f"{PARTS} ".join(map(_step, value))


@dataclass(frozen=True)
class Visits(FieldType):
    """Who is visited at least once in so many months, as “name; name: months”."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        named, colon, months = text.rpartition(":")
        who = [name.strip() for name in named.split(PARTS) if name.strip()]
        if not colon or not who or not months.strip().isdecimal():
            return Refused(NO_VISITS, {"example": context.language.text(VISITS_LIKE)})
        return {"who": list(dict.fromkeys(who)), "months": int(months)}

    @override
    def right(self, context: Context) -> str:
        return context.language.text(NO_VISITS, example=context.language.text(VISITS_LIKE))

    @override
    def written(self, value: Any, context: Context) -> str:
        return f"{f'{PARTS} '.join(value['who'])}: {value['months']}"


def _exact(text: str, key: str) -> str:
    """An amount as a plan file has it; a share is that already."""
    return text if key == "share" else re.sub(r"\s", "", text).replace(",", ".")


def _step(step: dict[str, Any]) -> str:
    start, end = _kronor(step.get("from", "0")), _kronor(step.get("to", ""))
    said = f"{start}–{end}: {per_cent(str(step['share']))}"
    return f"{said} / {_kronor(step['cap'])}" if "cap" in step else said


def _kronor(amount: object) -> str:
    """An exact amount with its thousands apart, as people type it."""
    if amount == "":
        return ""
    return f"{Decimal(str(amount)):,f}".replace(",", " ").replace(".", ",")
