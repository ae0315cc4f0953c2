"""What is done about settings: a value chosen or typed, who is responsible stated."""

from functools import partial

from tracker.errors import TrackerError
from tracker.keeping import name_controller
from tracker.keeping.responsible import CONTROLLER
from tracker.problems import N_
from tracker.settings import change_setting
from tracker.wording.settings import (
    VALUES,
    setting_meaning,
    setting_name,
    value_text,
)
from tracker.workspace import Workspace
from tui.messages import WorkspaceChanged
from tui.screens.forms.asking import Happened
from tui.screens.questions.choice import ChoiceScreen
from tui.screens.questions.text import TextQuestion
from tui.screens.settings.plan_editing import PlanEditing

USUAL = ""
"""What is answered where a setting is to be as usual again."""
BY_MEASURE = "by_measure"


class SettingsDoing(PlanEditing):
    """The ways to change what stands among the settings."""

    def change(self, key: str, value: str) -> None:
        """Change a setting of the association."""
        self.start(self._choose(key) if key in VALUES else self._type(key, value))

    def state_controller(self) -> None:
        """Say who is personuppgiftsansvarig."""
        self.start(self._state_controller())

    async def _choose(self, key: str) -> None:
        values = [each for each in VALUES[key] if each != BY_MEASURE]
        choices = [(each, value_text(self.language, key, each)) for each in values]
        choices.append((USUAL, self.language.text(N_("as usual"))))
        question = setting_name(self.language, key)
        more = setting_meaning(self.language, key)
        chosen = await self.ask(ChoiceScreen(question, choices, more))
        if chosen is not None:
            done = await self.in_store(partial(change_setting, self.workspace, key, chosen or None))
            self._tell(done, setting_name(self.language, key))

    async def _type(self, key: str, value: str) -> None:
        name, wrong = setting_name(self.language, key), ""
        empty = self.language.text(N_("Empty: as usual."))
        said = f"{setting_meaning(self.language, key)} {empty}"
        typed: str | None = value
        while True:
            typed = await self.ask(TextQuestion(name, said, typed or "", wrong))
            if typed is None:
                return
            task = partial(change_setting, self.workspace, key, typed.strip() or None)
            done = await self.in_store(task)
            if isinstance(done, Workspace):
                self._tell(done, name)
                return
            wrong = " ".join(
                self.language.text(each.message, **each.params) for each in done.problems
            ) or self.sentence(done)

    async def _state_controller(self) -> None:
        name, wrong = "Personuppgiftsansvarig", ""
        typed: str | None = self.workspace.association.controller or ""
        while True:
            said = self.language.text(CONTROLLER)
            typed = await self.ask(TextQuestion(name, said, typed or "", wrong))
            if typed is None:
                return
            done = await self.in_store(partial(name_controller, self.workspace, typed))
            if isinstance(done, Workspace):
                self._tell(done, name)
                return
            wrong = self.sentence(done)

    def _tell(self, done: Workspace | TrackerError, name: str) -> None:
        if isinstance(done, TrackerError):
            self.refuse(done)
            return
        self.workspace = done
        self.pane.post_message(WorkspaceChanged(done))
        said = self.language.text("Changed: {name}. The change log keeps what it was.", name=name)
        self.pane.post_message(Happened(said))
