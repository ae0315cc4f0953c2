"""What is done from the pane of deliveries: one is taken in, a text that reminds is shown."""

from tui.screens.forms.asking import Asking, Happened
from tui.screens.importing.screen import ImportScreen
from tui.screens.report.told import ToldScreen

KIND = "antal"


class Delivering(Asking):
    """The ways from the pane of deliveries."""

    def take_in(self) -> None:
        """Import a delivery that has come as a file."""
        self.pane.app.push_screen(ImportScreen(self.workspace, KIND), self._taken_in)

    def _taken_in(self, sentence: str | None) -> None:
        if sentence:
            self.pane.post_message(Happened(sentence, changed=True))

    def show_text(self, text: str, number: int) -> None:
        """Show what is to be sent; it is copied at once."""
        self.start(self._show_text(text, number))

    async def _show_text(self, text: str, number: int) -> None:
        self.pane.app.copy_to_clipboard(text)
        title = self.language.plural(
            "A text to send (copied)", "{number} texts to send (copied)", number
        )
        await self.ask(ToldScreen(title, text))
