"""What is done about surveys: forms handed out are entered, paper forms typed in."""

from functools import partial

from tracker.problems import N_
from tracker.surveys import paper
from tracker.surveys.handing_out import mailing_start, saved_mailing, set_mailing
from tracker.surveys.pile import Opened, PaperForm, Pile, open_pile, pile_start
from tracker.surveys.rounds import RoundLine
from tracker.wording.clock import clock
from tracker.wording.counted import within
from tui.screens.forms.asking import Happened
from tui.screens.forms.draft_offer import DraftOffer
from tui.screens.forms.mailing import MailingForm
from tui.screens.forms.pile import PileForm
from tui.screens.forms.row_form import Draft
from tui.screens.register.doing import Registering
from tui.screens.surveys.grid import SurveyGrid


class Surveying(Registering):
    """The ways to enter what belongs to a survey round."""

    def hand_out(self, line: RoundLine | None) -> None:
        """Enter how many forms were handed out, or correct it."""
        self.start(self._hand_out(line))

    def type_in(self, line: RoundLine | None) -> None:
        """Type in paper forms, beginning with what is the same for the pile."""
        self.start(self._type_in(line))

    async def _hand_out(self, line: RoundLine | None) -> None:
        start = await self.read(partial(mailing_start, self.workspace, line))
        if start is None:
            return
        reasons = [""]

        async def agree(draft: Draft) -> bool:
            if not start.replaces(draft):
                return True
            what = self.language.text(N_("Forms handed out"))
            return await self.is_explained(f"{within(what)}, {draft['omgång']}", reasons)

        saved = await self.until_saved(
            MailingForm,
            start,
            lambda draft: set_mailing(self.workspace, draft, reasons[-1]),
            agree=agree,
        )
        if saved is not None:
            sentence = saved_mailing(self.language, *saved)
            self.pane.post_message(Happened(sentence, changed=True))

    async def _type_in(self, line: RoundLine | None) -> None:
        begun = await self.in_store(partial(paper.kept_form, self.workspace))
        if not isinstance(begun, paper.Begun):
            await self._choose_pile(line)
            return
        when = clock(self.language, begun.kept_at, self.workspace.today)
        answer = await self.ask(DraftOffer(when))
        if answer is False:
            await self.in_store(partial(paper.drop_form, self.workspace))
            await self._choose_pile(line)
        elif answer:
            opened = await self.read(partial(open_pile, self.workspace, begun.chosen))
            if opened is not None and opened.pile is not None:
                await self._type_pile(opened.pile, begun.form)

    async def _choose_pile(self, line: RoundLine | None) -> None:
        start = await self.read(partial(pile_start, self.workspace, line))
        if start is None:
            return
        chosen = await self.until_saved(
            PileForm, start, lambda draft: open_pile(self.workspace, draft)
        )
        if chosen is not None and isinstance(chosen[0], Opened) and chosen[0].pile is not None:
            await self._type_pile(chosen[0].pile)

    async def _type_pile(self, pile: Pile, begun: PaperForm | None = None) -> None:
        grid = SurveyGrid(self, pile, begun)
        entered = await self.ask(grid)
        said = self.language.plural("{number} form entered.", "{number} forms entered.", entered)
        self.pane.post_message(Happened(said, changed=bool(grid.made)))
