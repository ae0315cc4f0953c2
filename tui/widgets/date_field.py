"""A date as people type it, with what it was understood as beside it."""

from datetime import date

from typing_extensions import override

from tracker.problems import N_, Problem
from tracker.register.telling import stay
from tui.widgets.field import Field


class DateField(Field):
    """Shows the weekday, and after a start how long the stay was."""

    since: date | None = None
    """The start that the stay is counted from."""

    @override
    def sentence(self, problem: Problem) -> str:
        if set(problem.params) != {"value"}:
            return super().sentence(problem)
        sentence = N_("“{value}” is not a date. Write 20/1, 20/1 2022, 220120 or today.")
        return self.context.language.text(sentence, **problem.params)

    @override
    def what_is_right(self) -> str:
        return self.context.language.text("Write 20/1, 20/1 2022, 220120 or today.")

    @override
    def beside(self) -> str:
        understood = self.understood
        day = understood.values.get(self.column.attribute)
        if self.since is None or day is None:
            return understood.shown
        return stay(self.context.language, self.since, day)
