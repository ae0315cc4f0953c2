"""Long work in a window: how far it is, cancelled by Esc, an error as a sentence."""

from threading import Event

from tests.screens.painted import text_of
from tests.screens.settling import app_rest, settle
from tracker.errors import DataError
from tracker.problems import N_, Problem
from tui.app import TrackerApp
from tui.screens.progress import Ended, Working


async def at_work(workspace, make, *keys, let_go=None, **options):
    """What came of the work, and what the screen said while it went on."""
    app = TrackerApp.on(workspace)
    ended = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(Working("Rapporten görs …", make, **options), ended.append)
        await pilot.pause()
        await pilot.pause()
        said = text_of(app)
        for key in keys:
            await pilot.press(key)
        if let_go is not None:
            let_go.set()
        await app_rest(pilot)
        assert app.screen is app.screen_stack[0]
    return ended[0], said


async def test_the_value_is_given_to_whoever_asked(workspace):
    ended, _ = await at_work(workspace, lambda step: 42)
    assert ended == Ended(42)


async def test_it_says_what_is_done_and_how_far_it_is(workspace):
    let_go = Event()

    def make(step):
        step(1, 4, "Tabell 1 av 4")
        let_go.wait(10)
        return "klar"

    ended, said = await at_work(workspace, make, let_go=let_go)
    assert ended.value == "klar"
    assert "Rapporten görs …" in said
    assert "Esc avbryter" in said


async def test_escape_cancels_at_the_next_step(workspace):
    let_go, done = Event(), []

    def make(step):
        let_go.wait(10)
        step(2, 4)
        done.append("went on")

    ended, _ = await at_work(workspace, make, "escape", let_go=let_go)
    assert ended == Ended(cancelled=True)
    assert done == []


async def test_what_cannot_be_cut_short_goes_on(workspace):
    let_go = Event()

    def make(step):
        let_go.wait(10)
        step(2, 4)
        return "whole"

    ended, said = await at_work(workspace, make, "escape", let_go=let_go, can_cancel=False)
    assert ended == Ended("whole")
    assert "Esc avbryter" not in said


async def test_an_error_is_a_sentence_with_its_problems(workspace):
    def make(step):
        problems = tuple(Problem(N_("row {row}"), {"row": row}) for row in range(7))
        raise DataError(N_("The plan was not applied."), problems=problems)

    ended, _ = await at_work(workspace, make)
    lines = ended.sentence.splitlines()
    assert lines[:2] == ["Planen lästes inte in.", "rad 0"]
    assert lines[-1] == "… och 2 till."
