"""What the register says in a line: how long somebody stayed, what was saved, what was undone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from db.codes import FollowUpOutcome
from tracker.problems import N_
from tracker.register.asked import OUTCOMES
from tracker.register.preparing import EARLIER_SUFFIX, LATER_SUFFIX, RATED
from tracker.registration import FollowUpDue, Saved, TakenBack
from tracker.wording import Language
from tracker.wording.changes import subject_words
from tracker.wording.labels import column_label, kind_label

KIND, FOLLOW_UPS = "deltaganden", "uppföljningar"
FOLLOWED = ("arbete", "studier", "försörjning")
"""What an answered follow-up tells of."""
AFTER_FOLLOW_UP: Mapping[str, str] = {
    FollowUpOutcome.ANSWERED: N_("Saved: {number} has answered."),
    FollowUpOutcome.NOT_REACHED: N_("Saved: {number} was not reached. The reminder stays."),
    FollowUpOutcome.DECLINED: N_("Saved: {number} declined, and is not reminded of any more."),
    FollowUpOutcome.DECEASED: N_("Saved: {number} has died, and is not reminded of any more."),
}
"""What is said first, by what came of it."""
SOME = 3
"""So many numbers are named."""
UNDONE = {
    "log": N_("Taken back: what was registered for {row}. ctrl+y brings it back."),
    "correct": N_("Taken back: the correction of {row}. ctrl+y brings it back."),
    "void": N_("Taken back: the voiding of {row}. ctrl+y brings it back."),
    "import": N_("Taken back: the import of {row}. ctrl+y brings it back."),
    "plan": N_("Taken back: the change of the plan {row}. ctrl+y brings it back."),
    "settings": N_("Taken back: the setting {row}. ctrl+y brings it back."),
}
"""By the kind of change; a redo is taken back as what it brought back."""


def stay(language: Language, start: date, end: date) -> str:
    """The end in words, and how many days after the start it is."""
    days = (end - start).days
    if days < 0:
        return language.weekday(end)
    length = language.plural("{number} day", "{number} days", days)
    return f"{language.weekday(end)} · {length}"


def twins(language: Language, numbers: Sequence[str]) -> str:
    """That the same person may be registered already."""
    sentence = N_("Like {numbers}: same intervention, sex, age and start. ctrl+s saves anyway.")
    more = len(numbers) - SOME
    said = ", ".join(numbers[:SOME]) + (f" + {more}" if more > 0 else "")
    return language.text(sentence, numbers=said)


def saved_entry(language: Language, saved: Saved) -> str:
    """What an entry led to."""
    number = saved.key["deltagande"]
    return language.text("Saved: {number} has started. ctrl+z undoes.", number=number)


def saved_exit(
    language: Language, saved: Saved, stored: Mapping[str, str], draft: Mapping[str, str]
) -> str:
    """What an exit led to: what follows, what is still missing, ratings now beside those before."""
    if draft.get("avslutsanledning") == "felregistrering":
        return voided(language, saved)
    parts = [language.text("Saved."), *_follow_ups(language, saved.follows)]
    parts += _missing(language, draft, KIND, OUTCOMES)
    parts += _ratings(language, stored, draft)
    return " ".join([*parts, language.text("ctrl+z undoes.")])


def saved_follow_up(language: Language, saved: Saved, draft: Mapping[str, str]) -> str:
    """What a follow-up led to, and whether it is reminded of again."""
    sentence = AFTER_FOLLOW_UP.get(draft.get("utfall", ""), N_("Saved."))
    number = saved.key["deltagande"]
    parts = [language.text(sentence, number=number), *_follow_ups(language, saved.follows)]
    if draft.get("utfall") == FollowUpOutcome.ANSWERED:
        parts += _missing(language, draft, FOLLOW_UPS, FOLLOWED)
    return " ".join([*parts, language.text("ctrl+z undoes.")])


def corrected(language: Language, saved: Saved) -> str:
    """What a correction led to."""
    if saved.change_id is None:
        return language.text("Nothing differed, so nothing was changed.")
    parts = [
        language.text("{number} is corrected.", number=saved.key["deltagande"]),
        *_follow_ups(language, saved.follows),
    ]
    return " ".join([*parts, language.text("ctrl+z undoes.")])


def voided(language: Language, saved: Saved) -> str:
    """What voiding led to."""
    number = saved.key["deltagande"]
    return language.text(
        "{number} is voided: it stays in the register and counts nowhere. ctrl+z undoes.",
        number=number,
    )


def taken_back(language: Language, taken: TakenBack) -> str:
    """What an undo took back."""
    sentence = UNDONE.get(taken.kind, N_("Taken back: {row}. ctrl+y brings it back."))
    return language.text(sentence, row=_about(language, taken))


def brought_back(language: Language, taken: TakenBack) -> str:
    """What a redo brought back."""
    return language.text("Brought back: {row}. ctrl+z undoes.", row=_about(language, taken))


def _about(language: Language, taken: TakenBack) -> str:
    """What a change was made to, in words."""
    if taken.kind in ("plan", "settings"):
        return subject_words(language, taken.kind, taken.subject)
    return _row(language, taken.subject)


def _row(language: Language, subject: str) -> str:
    """A subject of the trail in words: the kind of rows unless it is ours, and the key."""
    kind, _, key = subject.partition(" ")
    if kind == KIND and key:
        return key
    try:
        said = kind_label(language, kind)
    except KeyError:
        return subject
    return f"{said} {key}" if key else said.casefold()


def _follow_ups(language: Language, follows: tuple[FollowUpDue, ...]) -> Iterator[str]:
    if follows:
        due = ", ".join(
            language.text("{months} months {day}", months=each.months, day=_day(language, each.day))
            for each in follows
        )
        yield language.text("Follow-up {due}.", due=due)


def _day(language: Language, day: date) -> str:
    """Day and month; whoever reads it knows the year."""
    return language.day(day).removesuffix(f" {day.year}")


def _missing(
    language: Language, draft: Mapping[str, str], kind: str, needed: Sequence[str]
) -> Iterator[str]:
    missing = [name for name in needed if not draft.get(name)]
    if missing:
        labels = (column_label(language, kind, name) for name in missing)
        said = ", ".join(label.partition(" (")[0] for label in labels)
        yield language.text("Still missing: {columns}.", columns=said)


def _ratings(
    language: Language, stored: Mapping[str, str], draft: Mapping[str, str]
) -> Iterator[str]:
    for name in RATED:
        earlier, later = f"{name}{EARLIER_SUFFIX}", f"{name}{LATER_SUFFIX}"
        before, now = stored.get(earlier, ""), draft.get(later, "")
        if before.isdecimal() and now.isdecimal():
            yield language.text(
                "{earlier} {before}, {later} {now} ({change}).",
                earlier=column_label(language, KIND, earlier),
                before=before,
                later=column_label(language, KIND, later),
                now=now,
                change=_change(int(now) - int(before)),
            )


def _change(steps: int) -> str:
    """A change with its sign: +2, −1, ±0."""
    sign = "+" if steps > 0 else "\N{MINUS SIGN}" if steps < 0 else "±"
    return f"{sign}{abs(steps)}"
