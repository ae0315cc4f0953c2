"""What is looked for in the register: chosen by chips, and typed as words."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.pages import EpisodeState, Word
from tracker.problems import N_
from tracker.validation.context import Context

STATE_WORDS: Mapping[EpisodeState, str] = {
    EpisodeState.ONGOING: N_("Ongoing"),
    EpisodeState.ENDED: N_("Ended"),
    EpisodeState.MISSING: N_("Outcome missing"),
    EpisodeState.VOIDED: N_("Voided"),
}
"""The words for what an episode can be looked for as; they can be typed too."""

_SHORTEST = 3
"""Letters of a word that must be typed, so that running numbers can begin with the same."""


@dataclass(frozen=True)
class Search:
    """What is looked for, as the person who looks says it."""

    text: str = ""
    """Words: the beginning of a running number, an intervention, or a state."""
    insats: str | None = None
    """Short id of the only intervention that is shown."""
    state: EpisodeState | None = None
    by_end: bool = False
    """Latest end first, instead of latest start."""

    @property
    def is_narrow(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.text.strip() or self.insats or self.state)


@dataclass(frozen=True)
class Understood:
    """The typed words as they narrow the search."""

    words: tuple[Word, ...]
    state: EpisodeState | None


def understand_words(text: str, context: Context) -> Understood:
    """Typed words: a state where one is meant, else beginnings of numbers and interventions."""
    state: EpisodeState | None = None
    words: list[Word] = []
    for typed in text.casefold().split():
        meant = _state(typed, context)
        if meant is not None:
            state = meant
        elif not _is_filler(typed, state, context):
            words.append(Word(typed, _interventions(typed, context)))
    return Understood(tuple(words), state)


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
