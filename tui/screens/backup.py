"""Asking where a backup is to be kept."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from tracker.keeping import proposed_name
from tracker.problems import N_
from tui.screens.progress import Ended, Step, Working
from tui.screens.spoken import SpokenModal

if TYPE_CHECKING:
    from tracker.workspace import Workspace

ADVICE = N_(
    "Best on another disk than the store, and as well protected: it holds the same personal data."
)


class BackupScreen(SpokenModal[str]):
    """Makes a backup and closes with the sentence that says where it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", N_("back"))]

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self.workspace = workspace

    def compose(self) -> ComposeResult:
        """A field for the file, and below it advice or what is wrong."""
        text = self.language.text
        proposed = Path.home() / proposed_name(self.workspace)
        with Vertical(id="backup-box", classes="box"):
            yield Label(text("Where is the backup to be kept?"), classes="heading")
            yield Input(str(proposed), compact=True, select_on_focus=False)
            yield Static(text(ADVICE), id="backup-said", markup=False)
            yield Static(text("↵ back up   Esc back"), classes="keys", markup=False)

    @on(Input.Submitted)
    def make(self, message: Input.Submitted) -> None:
        """Make it there."""
        target, workspace = Path(message.value.strip()), self.workspace

        def made(_step: Step) -> Path:
            from tracker.keeping import back_up

            return back_up(workspace, target)

        title = self.language.text("Backing up …")
        self.app.push_screen(Working(title, made, can_cancel=False), self.show_ended)

    def show_ended(self, ended: Ended[Path] | None) -> None:
        """Close when it is made, else say why it is not."""
        if ended is not None and ended.value is not None:
            said = N_("The backup is made and verified: {where}")
            self.dismiss(self.language.text(said, where=str(ended.value)))
        elif ended is not None:
            said_wrong = self.query_one("#backup-said", Static)
            said_wrong.update(ended.sentence)
            said_wrong.add_class("-problem")
