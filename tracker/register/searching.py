"""What is looked for in the register, and in which order: chosen, or typed as words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from db.pages import EpisodeState, Word
from tracker.problems import N_
from tracker.validation.context import Context
from tracker.validation.participants import EPISODES

STATE_WORDS: Mapping[EpisodeState, str] = {
    EpisodeState.ONGOING: N_("Ongoing"),
    EpisodeState.ENDED: N_("Ended"),
    EpisodeState.MISSING: N_("Outcome missing"),
    EpisodeState.VOIDED: N_("Voided"),
}
"""The words for what an episode can be looked for as; they can be typed too."""

COLUMNS = (
    *("deltagande", "insats", "kön", "åldersgrupp", "startdatum", "slutdatum"),
    *("avslutsanledning", "arbete_efter", "studier_efter"),
)
"""The columns of the register by their Swedish names, in order; rows can be sorted by each."""
LATEST_FIRST = frozenset({"startdatum", "slutdatum", "arbete_efter", "studier_efter"})
"""Columns whose greatest value is looked for first."""

_SHORTEST = 3
"""Letters of a word that must be typed, so that running numbers can begin with the same."""
_AGE = re.compile(r"\d\d-(\d\d)?")


@dataclass(frozen=True)
class Search:
    """What is looked for, as the person who looks says it."""

    text: str = ""
    """Words: the beginning of a running number, an intervention, a state, a sex, a reason."""
    insats: str | None = None
    """Short id of the only intervention that is shown."""
    state: EpisodeState | None = None
    this_year: bool = False
    """Only those that ended this year."""
    column: str = "startdatum"
    """What rows are sorted by, one of `COLUMNS`."""
    descending: bool = True

    @property
    def is_narrow(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.text.strip() or self.insats or self.state or self.this_year)

    def sorted_by(self, column: str) -> "Search":
        """The same in the order of a column; the other way round where that is the order."""
        turned = not self.descending if column == self.column else column in LATEST_FIRST
        return replace(self, column=column, descending=turned)


@dataclass(frozen=True)
class Understood:
    """The typed words as they narrow the search."""

    words: tuple[Word, ...]
    state: EpisodeState | None


def understand_words(text: str, context: Context) -> Understood:
    """Typed words: a state where one is meant, else beginnings of numbers and of other words."""
    state: EpisodeState | None = None
    words: list[Word] = []
    for typed in text.casefold().split():
        meant = _state(typed, context)
        if meant is not None:
            state = meant
        elif not _is_filler(typed, state, context):
            words.append(_word(typed, context))
    return Understood(tuple(words), state)


def _word(typed: str, context: Context) -> Word:
    age = typed.replace("–", "-")
    return Word(
        typed,
        _interventions(typed, context),
        sexes=_codes(typed, "kön", context),
        ages=tuple(
            code
            for code, _ in EPISODES.by_name["åldersgrupp"].type.choices(context)
            if _AGE.fullmatch(age) and code.startswith(age)
        ),
        reasons=_codes(typed, "avslutsanledning", context),
    )


def _codes(typed: str, column: str, context: Context) -> tuple[str, ...]:
    """The codes of a column with a word that begins as what is typed."""
    if len(typed) < _SHORTEST:
        return ()
    choices = EPISODES.by_name[column].type.choices(context)
    return tuple(code for code, label in choices if _begins(typed, (code, label)))


def _begins(typed: str, texts: Iterable[str]) -> bool:
    words = (word for text in texts for word in re.split(r"[\W_]+", text.casefold()))
    return any(word.startswith(typed) for word in words)


def _state(typed: str, context: Context) -> EpisodeState | None:
    if len(typed) < _SHORTEST:
        return None
    for state, sentence in STATE_WORDS.items():
        said = {context.language.text(sentence).casefold(), sentence.casefold()}
        if any(word.startswith(typed) or typed.startswith(word) for word in said):
            return state
        first = {words.split()[0] for words in said}
        if any(word.startswith(typed) for word in first):
            return state
    return None


def _is_filler(typed: str, state: EpisodeState | None, context: Context) -> bool:
    """The second word of “outcome missing”."""
    if state is None:
        return False
    said = context.language.text(STATE_WORDS[state]).casefold()
    return any(word.startswith(typed) for word in said.split()[1:])


def _interventions(typed: str, context: Context) -> tuple[int, ...]:
    return tuple(
        each.id
        for each in context.interventions.values()
        if each.key.casefold().startswith(typed)
        or each.name.casefold().startswith(typed)
        or (len(typed) >= _SHORTEST and f" {typed}" in each.name.casefold())
    )
