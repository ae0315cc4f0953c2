"""Enter on a row of a finding opens its form, the cursor in the column that is to be mended."""

import pytest

from tests.factories import a_plan, a_store, a_workspace
from tests.screens.at_pane import at_pane
from tests.usecases.odd_rows import TEXT, fill
from tracker.quality import findings
from tracker.quality.catalogue import BY_NAME
from tui.screens.forms.entry import EntryForm
from tui.screens.forms.exit import ExitForm
from tui.screens.forms.follow_up import FollowUpForm
from tui.screens.forms.intervention import InterventionForm
from tui.screens.forms.mailing import MailingForm
from tui.screens.forms.money import MoneyForm

AT = {
    "utfall_på_avliden": (ExitForm, "avslutsanledning"),
    "uppföljning_efter_återkallat": (ExitForm, "avslutsanledning"),
    "uppföljning_trots_nej": (ExitForm, "får_kontaktas"),
    "försörjning_mot_tid": (EntryForm, "tid_i_försörjning"),
    "försörjning_mot_grad": (EntryForm, "försörjningsgrad_före"),
    "nästa_steg_arbete_utan_arbete": (ExitForm, "arbete_efter"),
    "arbetstyp_utan_arbete": (ExitForm, "arbete_efter"),
    "arbete_och_studier_över_100": (ExitForm, "arbete_efter"),
    "arbetssökande_i_arbete": (ExitForm, "arbete_efter"),
    "okänt_kön": (EntryForm, "kön"),
    "utanför_insatsens_tid": (EntryForm, "startdatum"),
    "lång_tid": (ExitForm, "slutdatum"),
    "sen_registrering": (EntryForm, "startdatum"),
    "möjliga_dubbletter": (EntryForm, "startdatum"),
    "fler_svar_än_utdelade": (MailingForm, "antal"),
    "svar_utan_utskick": (MailingForm, "antal"),
    "utfall_utan_budget": (MoneyForm, "budget"),
    "insats_utan_registrering": (InterventionForm, "slut"),
}
"""The form that each check leads to, and where the cursor stands in it."""
LISTED = {
    "utfall_saknas": "due",
    "samma_värde": "register",
    "luckor": "register",
    "plansummor": "settings",
    "delar_över_totalen": "quality",
    "fler_än_deltagare": "quality",
}
"""The panes that list what has no form of its own; counts that were typed in have none."""


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    opened = a_workspace(a_store(tmp_path_factory.mktemp("odd"), a_plan(TEXT)))
    fill(opened)
    yield opened
    opened.close()


def test_every_check_leads_somewhere():
    assert AT.keys() | LISTED.keys() == BY_NAME.keys()


def test_every_row_with_a_form_says_in_which_column(odd):
    found = findings(odd)
    assert found
    for finding in found:
        assert all(bool(row.column) == (finding.check.name in AT) for row in finding.rows)


async def test_every_check_opens_its_form_at_the_column_or_the_pane_that_lists_it(odd):
    async with at_pane(odd, "quality", (120, 36)) as keys:
        names = [each.name for each in keys.pane.subjects if each.finding]
        assert len(names) > len(BY_NAME) - 3
        for name in names:
            keys.pane.checks.move_cursor(row=names.index(name))
            await keys.type("enter enter")
            if name in AT:
                form, column = AT[name]
                assert isinstance(keys.screen, form), name
                assert keys.focused == column, name
                await keys.type("escape escape")
            else:
                assert keys.app.screen_stack[0].wanted == LISTED[name], name
                if LISTED[name] == "quality":
                    assert keys.happened == "F3 läser in en rättad leverans."
                await keys.type("7")


async def test_of_an_answer_after_the_exit_the_follow_up_opens(odd):
    async with at_pane(odd, "quality") as keys:
        name = "arbete_och_studier_över_100"
        keys.pane.checks.move_cursor(row=[each.name for each in keys.pane.subjects].index(name))
        await keys.type("enter down enter")
        assert isinstance(keys.screen, FollowUpForm)
        assert keys.focused == "arbete"
