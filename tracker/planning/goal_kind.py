"""The form of a goal as a kind of row: its columns, and which of them a measure asks for."""

from collections.abc import Mapping

from db.codes import CodeList, MoneyKind, NextStep, RespondentGroup
from tracker.planning.goal_fields import Month, Number, Numbers, Pairs, Share, Word, Words
from tracker.planning.goal_steps import Steps, Visits
from tracker.plans.vocabulary import EXIT_REASONS, OWN_KEYS, WITHOUT_TARGET
from tracker.problems import N_
from tracker.validation.coded import YesNo
from tracker.validation.context import Context
from tracker.validation.fields import FieldType
from tracker.validation.kinds import Column, Kind
from tracker.validation.numeric import Whole
from tracker.validation.textual import Text
from tracker.wording import goal_labels as words
from tracker.wording.labels import label

LONGEST_TEXT = 2000
ON_EXITS = ("exits", "started_or_increased", "follow_up", "before_after")
COUNTED = (*ON_EXITS, "survey")
ON_INTERVENTIONS = (*COUNTED, "response_rate", "participants", "money_tolerance", "reporting")


def _success(context: Context) -> list[tuple[str, str]]:
    said = context.language.text
    known = [(code, said(label_)) for code, label_ in words.SUCCESSES.items()]
    steps = [(f"nästa_steg:{each.value}", label(context.language, NextStep, each))
             for each in NextStep]  # fmt: skip
    return [*known, *((code, said(words.NEXT_STEP, step=step)) for code, step in steps)]


def _interventions(context: Context) -> list[tuple[str, str]]:
    return [(each.key, each.name) for each in context.interventions.values()]


def _questions(context: Context) -> list[tuple[str, str]]:
    return [(each.id, f"{each.id} {each.theme}".strip()) for each in context.questions.values()]


def _groups(context: Context) -> list[tuple[str, str]]:
    return [
        (each.value, label(context.language, RespondentGroup, each)) for each in RespondentGroup
    ]


def _money(context: Context) -> list[tuple[str, str]]:
    return [(each.value, label(context.language, MoneyKind, each)) for each in MoneyKind]


def _reasons(context: Context) -> list[tuple[str, str]]:
    said = {row.code: row.label(context.language)
            for row in context.codes.get(CodeList.EXIT_REASON, ())}  # fmt: skip
    return [(code, said.get(code, code)) for code in EXIT_REASONS]


TYPES: Mapping[str, FieldType] = {
    "text": Text(LONGEST_TEXT),
    "level": Word(words.LEVELS),
    "measure": Word(words.MEASURES),
    "success": Words(_success),
    "require": Word(words.REQUIRES),
    "months": Whole(1, 120),
    "among": Word(words.AMONG),
    "variable": Word(words.VARIABLES),
    "better": Word(words.BETTER),
    "indicators": Numbers(),
    "questions": Words(_questions),
    "groups": Words(_groups),
    "combine": Word(words.COMBINES),
    "part": Words(_money),
    "whole": Words(_money),
    "basis": Word(words.BASES),
    "per": Word(words.PER),
    "tolerance": Share(),
    "of": Word(words.AMOUNTS),
    "items": Pairs("benämning", "senast", N_("Lillby council: 2021-06-30; Region: 2021-12-31")),
    "every": Visits(),
    "ceiling": Steps(),
    "min": Number(),
    "max": Number(),
    "target": Share(last_year=True),
    "direction": Word(words.DIRECTIONS),
    "line": Pairs("label", "target", N_("lowest level: 25 %; good level: 40 %"), is_share=True),
    "insatser": Words(_interventions, is_open=True),
    "denominator": Word(words.DENOMINATORS),
    "exclude": Words(_reasons),
    "unknown": Word(words.UNKNOWNS),
    "inference": Word(words.INFERENCES),
    "method": Word(words.METHODS),
    "key": YesNo(),
    "measured": Month(),
    "id": Text(60),
    "row": Text(60),
    "source": Text(),
    "note": Text(LONGEST_TEXT),
}
GOAL_KIND = Kind(
    words.GOAL, "Goal", tuple(Column(name, name, each) for name, each in TYPES.items()), ("id",)
)
ALWAYS = ("text", "level", "measure", "key", "id")
FOLDED = ("exclude", "inference", "method", "row", "source", "note", "measured", "line")
"""What few goals have."""


def keys_of(measure: str) -> frozenset[str]:
    """The keys that a goal of a measure can have a field for."""
    general = {*ALWAYS, *FOLDED, "insatser"} - {"exclude", "inference", "method"}
    if measure not in WITHOUT_TARGET:
        general |= {"target", "direction"}
    else:
        general -= {"line"}
    if measure in ON_EXITS:
        general |= {"denominator", "exclude"}
    if measure in COUNTED:
        general |= {"unknown", "inference", "method"}
    if measure not in ON_INTERVENTIONS:
        general -= {"insatser"}
    return frozenset({*general, *OWN_KEYS.get(measure, ())} & TYPES.keys())
