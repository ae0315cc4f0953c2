"""The tabs of the main screen: each pane is loaded, made and filled when it is first looked at."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input
from textual.worker import get_current_worker

from tracker.errors import TrackerError
from tracker.problems import N_
from tui.key_names import NAMES
from tui.messages import ShowPane, StoreChanged, WorkspaceChanged
from tui.screens.panes import BY_ID, GIVEN, PANES, Pane
from tui.screens.spoken import SpokenScreen
from tui.widgets.tab_bar import TabBar, TabShown
from tui.widgets.title_line import AboutStore, TitleLine

if TYPE_CHECKING:
    from tracker.workspace import Workspace

FIRST = "goals"
"""What is shown when nothing else is asked for."""


class TabbedScreen(SpokenScreen[None]):
    """Owns which pane is shown; hands values down to those that declare them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(pane.key, f"show_tab('{pane.id}')", pane.title, show=False) for pane in PANES),
        Binding("f3", "import_file", N_("import")),
    ]
    store_version: reactive[int] = reactive(0)
    """One more for every change that was saved while the screen is open."""

    @dataclass
    class Counted(Message):
        """It is known which tabs have something to show, and how many things wait in them."""

        offered: frozenset[str]
        badges: Mapping[str, int]
        about: AboutStore

    def __init__(self, wanted: str = FIRST) -> None:
        super().__init__()
        self.workspace: Workspace | None = None
        self._offered = frozenset(pane.id for pane in PANES if pane.is_offered is None)
        self.wanted = wanted if wanted in self._offered else FIRST
        """The tab that is shown, or will be as soon as the store is open."""

    @property
    def panes_offered(self) -> tuple[Pane, ...]:
        """The panes that this store has something for."""
        return tuple(pane for pane in PANES if pane.id in self._offered)

    @property
    def shown(self) -> Widget | None:
        """The pane that is looked at."""
        name = self.query_one(ContentSwitcher).current
        return self.query_one(ContentSwitcher).visible_content if name in BY_ID else None

    def tabs_shown(self) -> tuple[TabShown, ...]:
        """The tabs in the user's language."""
        text = self.language.text
        return tuple(
            TabShown(pane.id, NAMES.get(pane.key, pane.key), text(pane.title))
            for pane in self.panes_offered
        )

    async def show_pane(self, name: str) -> None:
        """Show a pane; it is made when it is first looked at."""
        self.wanted = name
        self.query_one(TabBar).active = name
        if self.workspace is None:
            return
        switcher = self.query_one(ContentSwitcher)
        if not switcher.query(f"#{name}"):
            await switcher.mount(await self._made(BY_ID[name], self.workspace))
        switcher.current = name
        self._focus_pane()
        self.refresh_bindings()

    async def _made(self, pane: Pane, workspace: "Workspace") -> Widget:
        """A new pane; importing what it needs does not stop the screen."""
        kind = await asyncio.to_thread(pane.load)
        made = kind(workspace, id=pane.id)
        given = (getattr(type(self), name, None) for name in GIVEN if name in made._reactives)  # noqa: SLF001 - Textual tells it nowhere else
        made.data_bind(*filter(None, given))
        made.display = False
        return made

    def _focus_pane(self) -> None:
        """The keys are for what is looked at: for its list rather than for a search line."""
        if self.shown is not None:
            able = [each for each in self.shown.query("*") if each.focusable and each.display]
            lists = [each for each in able if not isinstance(each, Input)]
            self.set_focus(next(iter((*lists, *able)), None))

    def is_concerned(self, value: str) -> bool:
        """Whether the pane that is looked at follows a value, or the scorecard."""
        shown = self.shown
        return shown is not None and not {value, "scorecard"}.isdisjoint(shown._reactives)  # noqa: SLF001

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A tab that is not offered has no key."""
        return action != "show_tab" or parameters[0] in self._offered

    def action_show_tab(self, name: str) -> None:
        """Go to a tab by its key; done by the screen itself, whose values are bound to the pane."""
        self.call_later(self.show_pane, name)

    @on(TabBar.Chosen)
    async def show_clicked(self, message: TabBar.Chosen) -> None:
        """Go to the tab that was clicked."""
        await self.show_pane(message.tab)

    @on(ShowPane)
    async def show_asked(self, message: ShowPane) -> None:
        """Go where a pane sends us, if it is there."""
        if message.pane not in self._offered:
            return
        await self.show_pane(message.pane)
        if message.subject:
            self.tell_subject(message.subject)

    def tell_subject(self, subject: str) -> None:
        """Tell the pane that is looked at what to show, if it can be told."""
        tell = getattr(self.shown, "show_subject", None)
        if tell is not None:
            tell(subject)

    def action_back_up(self) -> None:
        """Ask where a backup is to be kept, and make it."""
        from tui.screens.backup import BackupScreen

        if self.workspace is not None:
            self.app.push_screen(BackupScreen(self.workspace), self._backed_up)

    def action_import_file(self, kind: str = "") -> None:
        """Import a file: of a kind that is known, or that its headers tell."""
        from tui.screens.importing.screen import ImportScreen

        if self.workspace is not None:
            self.app.push_screen(ImportScreen(self.workspace, kind), self._imported)

    def _imported(self, sentence: str | None) -> None:
        if sentence:
            self.notify(sentence, markup=False)
            self.post_message(StoreChanged())

    def _backed_up(self, sentence: str | None) -> None:
        if sentence:
            self.notify(sentence, markup=False)
            self.count_badges()

    @on(StoreChanged)
    def note_change(self) -> None:
        """Tell the panes, and count again what waits."""
        self.store_version += 1
        self.count_badges()

    @on(WorkspaceChanged)
    async def use_workspace(self, message: WorkspaceChanged) -> None:
        """Go on with other plans or settings; what is not looked at is made again with them."""
        self.workspace = message.workspace
        switcher = self.query_one(ContentSwitcher)
        for pane in PANES:
            if pane.id != switcher.current:
                await switcher.query(f"#{pane.id}").remove()
        if switcher.visible_content is not None:
            use_here(switcher.visible_content, message.workspace)
        self.post_message(StoreChanged())

    @work(thread=True, exclusive=True, group="badges")
    def count_badges(self) -> None:
        """Find out which tabs have something to show, and how many things wait in them."""
        workspace = self.workspace
        if workspace is None:
            return
        offered, badges, about = set(self._offered), {}, AboutStore()
        with suppress(TrackerError):  # whoever shows the figures tells of it
            about = about_store(workspace)
            for pane in PANES:
                if pane.is_offered is not None and pane.is_offered(workspace):
                    offered.add(pane.id)
                if pane.count is not None and pane.id in offered:
                    badges[pane.id] = pane.count(workspace)
                if get_current_worker().is_cancelled:
                    return
        self.post_message(self.Counted(frozenset(offered), badges, about))

    @on(Counted)
    def show_counted(self, message: Counted) -> None:
        """Show it in the tabs."""
        self._offered = message.offered
        bar = self.query_one(TabBar)
        bar.tabs, bar.badges = self.tabs_shown(), message.badges
        self.query_one(TitleLine).store = message.about
        self.refresh_bindings()


def use_here(pane: Widget, workspace: "Workspace") -> None:
    """Let a pane that stays go on with other plans or settings, and whoever asks on its behalf."""
    from tui.screens.forms.asking import Asking

    for name, held in vars(pane).items():
        if isinstance(held, Asking):
            held.workspace = workspace
        elif name == "workspace":
            pane.workspace = workspace  # type: ignore[attr-defined]


def about_store(workspace: "Workspace") -> AboutStore:
    """The name of the store, and how old its last backup is; that a demo is made up."""
    from tracker.keeping import backup_in_short, last_backup, store_name
    from tracker.keeping.responsible import MADE_UP

    where, language = workspace.store.where, workspace.language
    if (workspace.association.controller or "").startswith(MADE_UP):
        kept = language.text(N_("made-up data")), language.text(N_("made up"))
    else:
        said = backup_in_short(language, where, last_backup(workspace), workspace.today)
        kept = said.words, said.few
    return AboutStore(store_name(where), kept)
