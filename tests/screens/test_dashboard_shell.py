"""The shell: frame first, panes once the store is open."""

from textual.widgets import ContentSwitcher

from tui.app import TrackerApp


async def test_opens_on_the_goals(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen.query_one(ContentSwitcher).current == "goals"


async def test_digits_change_the_tab(workspace):
    app = TrackerApp.on(workspace)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()
        assert app.screen.query_one(ContentSwitcher).current == "register"
