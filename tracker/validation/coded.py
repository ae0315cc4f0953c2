"""Fields that hold codes: of closed lists, of lists that may grow, several at once, yes or no."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from typing_extensions import override

from db.codes import CodeList, ExitReason, from_mask, to_mask
from tracker.problems import N_
from tracker.validation.context import Context
from tracker.validation.fields import FieldType, Refused, unknown
from tracker.wording.labels import label, text_label


def same_word(text: str, codes: list[str]) -> str | None:
    """The code that a text is, whatever its case and its kind of dash."""
    if text in codes:
        return text
    folded = text.replace("–", "-").casefold()
    return next((code for code in codes if code.casefold() == folded), None)


@dataclass(frozen=True)
class OneCode(FieldType):
    """One code of a closed list."""

    members: type[StrEnum]

    @override
    def parse(self, text: str, context: Context) -> Any:
        codes = [member.value for member in self.members]
        return same_word(text, codes) or unknown(text, codes)

    @override
    def right(self, context: Context) -> str:
        codes = ", ".join(member.value for member in self.members)
        return context.language.text(N_("One of: {codes}."), codes=codes)

    @override
    def shown(self, value: Any, context: Context) -> str:
        return label(context.language, self.members, value)

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [(each.value, label(context.language, self.members, each)) for each in self.members]


@dataclass(frozen=True)
class TotalOrCode(OneCode):
    """One code of a closed list, or the word for all of them together, which is stored as None."""

    total: str = "alla"

    @override
    def parse(self, text: str, context: Context) -> Any:
        return None if text.casefold() == self.total else super().parse(text, context)

    @override
    def written(self, value: Any, context: Context) -> str:
        return self.total if value is None else super().written(value, context)


@dataclass(frozen=True)
class ListedCode(FieldType):
    """One code of a list that an association may extend."""

    code_list: CodeList

    @override
    def parse(self, text: str, context: Context) -> Any:
        codes = [code for code, _ in self.choices(context)]
        return same_word(text, codes) or unknown(text, codes)

    @override
    def right(self, context: Context) -> str:
        codes = ", ".join(code for code, _ in self.choices(context))
        return context.language.text(N_("One of: {codes}."), codes=codes)

    @override
    def shown(self, value: Any, context: Context) -> str:
        return dict(self.choices(context)).get(value, str(value))

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        rows = context.codes.get(self.code_list, ())
        return [(row.code, row.label(context.language)) for row in rows]


@dataclass(frozen=True)
class ExitReasonCode(ListedCode):
    """The exit reason: the list, and the code that voids an episode."""

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        misregistered = ExitReason.MISREGISTERED
        voiding = (misregistered.value, label(context.language, ExitReason, misregistered))
        return [*super().choices(context), voiding]


@dataclass(frozen=True)
class SeveralCodes(FieldType):
    """Several codes with + between, as a bit mask; or the word for none of them, alone."""

    several: ClassVar[bool] = True
    members: type[StrEnum]
    none: str | None = None

    @override
    def parse(self, text: str, context: Context) -> Any:
        known = [code for code, _ in self._named()]
        codes: list[str] = []
        for part in filter(None, (part.strip() for part in text.split("+"))):
            code = same_word(part, known)
            if code is None:
                return unknown(part, known)
            codes.append(code)
        if self.none in codes and len(set(codes)) > 1:
            return Refused(N_("“{none}” cannot stand with other codes."), {"none": self.none})
        return to_mask(self.members, [code for code in codes if code != self.none])

    @override
    def right(self, context: Context) -> str:
        codes = ", ".join(code for code, _ in self._named() if code != self.none)
        if self.none is None:
            sentence = N_("One or more of, with + between: {codes}.")
            return context.language.text(sentence, codes=codes)
        sentence = N_("One or more of, with + between: {codes}; or “{none}” alone.")
        return context.language.text(sentence, codes=codes, none=self.none)

    @override
    def written(self, value: Any, context: Context) -> str:
        return "+".join(from_mask(self.members, value)) or (self.none or "")

    @override
    def shown(self, value: Any, context: Context) -> str:
        labels = dict(self.choices(context))
        return ", ".join(labels[code] for code in self.written(value, context).split("+") if code)

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [
            (code, label(context.language, self.members, member or self.none or ""))
            for code, member in self._named()
        ]

    def _named(self) -> list[tuple[str, StrEnum | None]]:
        named: list[tuple[str, StrEnum | None]] = [(each.value, each) for each in self.members]
        return named if self.none is None else [*named, (self.none, None)]


@dataclass(frozen=True)
class YesNo(FieldType):
    """Yes or no (*ja*, *nej*)."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        word = same_word(text, ["ja", "nej"])
        return word == "ja" if word else unknown(text, ["ja", "nej"])

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("One of: {codes}."), codes="ja, nej")

    @override
    def written(self, value: Any, context: Context) -> str:
        return "ja" if value else "nej"

    @override
    def shown(self, value: Any, context: Context) -> str:
        return text_label(context.language, self.written(value, context))

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [(code, text_label(context.language, code)) for code in ("ja", "nej")]
