"""Waiting until a screen has come to rest: workers are done and their messages are handled."""

from contextlib import suppress

from textual.widgets import ContentSwitcher
from textual.worker import WorkerCancelled

ROUNDS = 50


async def settle(pilot):
    """Wait for the first scorecard, then for whatever else has been started."""
    app = pilot.app
    for _ in range(ROUNDS):
        await workers_done(app)
        await pilot.pause()
        waiting = app.screen_stack[0].query_one(ContentSwitcher).current == "waiting"
        if not waiting and not any(worker.is_running for worker in app.workers):
            break
    await app_rest(pilot)


async def press(pilot, *keys):
    """Press keys one by one, letting the screen come to rest after each."""
    for key in keys:
        await pilot.press(key)
        await app_rest(pilot)


async def app_rest(pilot):
    """Wait for workers, the messages they post, and the workers that those start."""
    for _ in range(ROUNDS):
        await workers_done(pilot.app)
        await pilot.pause()
        if not any(worker.is_running for worker in pilot.app.workers):
            break


async def workers_done(app):
    """Wait for every worker; one that another has taken the place of is none of ours."""
    for worker in list(app.workers):
        with suppress(WorkerCancelled):
            await worker.wait()
