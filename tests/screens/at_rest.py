"""The application at rest, known rather than guessed: no message waits, nothing is to be painted.

Textual's pilot sleeps until the processor is idle. That takes a tenth of a second for each key,
and on a machine with other things to do it is over before the screen is. Here nothing sleeps: the
event loop is let run until it has nothing to do, what is due to be painted is painted at once,
and that again until nothing follows. Styles are read once for all applications of a process.
"""

import asyncio

import textual.app
import textual.pilot
import textual.screen
from textual._context import active_app
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

ROUNDS = 1000
"""More paintings than any key sets off; an application that never rests fails the test."""
FRAME = 0.5
"""Seconds until something is painted that nobody waits for."""
LONGEST = 30.0
"""Seconds that a message may be dealt with, in a thread for instance."""


def without_sleep(patch):
    """Let pilots wait for rest, not for time, and applications share what they read of styles."""
    patch.setattr(Pilot, "_wait_for_screen", _wait_for_screen)
    patch.setattr(textual.pilot, "wait_for_idle", _wait_for_idle)
    patch.setattr(textual.app, "wait_for_idle", _wait_for_idle)
    patch.setattr(textual.screen, "UPDATE_PERIOD", FRAME)
    patch.setattr(Stylesheet, "_parse_rules", _shared(Stylesheet._parse_rules))


async def at_rest(app):
    """Wait until everything that was sent has been dealt with and painted."""
    for _ in range(ROUNDS):
        await _drained()
        if app._exit or app._exception is not None:
            return
        if not (_painted(app) or await _dealt_with(app) or await _let_paint(app)):
            return
    raise AssertionError(f"still something to paint after {ROUNDS} times")


async def _drained():
    """Let the event loop run until it has nothing to do but wait."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:  # noqa: ASYNC110 -- there is no event for the last of all callbacks
        await asyncio.sleep(0)


def _painted(app):
    """Lay out and paint the screens for which it is due; whether there was any."""
    if app._resize_timer is not None:
        app._check_resize()
        return True
    due = [screen for screen in app._screen_stack if screen._update_timer._active.is_set()]
    for screen in due:
        screen._on_timer_update()
    return bool(due)


async def _let_paint(app):
    """Wait until nothing forbids painting any more; whether anything did."""
    forbidden = app._batch_count
    if forbidden:
        await asyncio.sleep(1 / 100)
    return bool(forbidden)


async def _dealt_with(app):
    """Wait for what is in the middle of a message; whether there was anything."""
    busy = [node for node in _nodes(app) if node._running and not _waits(node)]
    reached = [asyncio.Event() for _ in busy]
    waited = [each for node, each in zip(busy, reached, strict=True) if node.call_later(each.set)]
    if waited:
        ends = {asyncio.create_task(each) for each in (app._exception_event.wait(), _all(waited))}
        ended, _ = await asyncio.wait(ends, timeout=LONGEST, return_when=asyncio.FIRST_COMPLETED)
        for each in ends:
            each.cancel()
        await asyncio.gather(*ends, return_exceptions=True)
        assert ended, f"{busy[0]} is not done with a message"
    return bool(waited)


async def _all(events):
    for each in events:
        await each.wait()


def _waits(node):
    return node._message_queue.ready_event._waiters  # it does nothing but wait for a message


def _nodes(app):
    return [app, *app.screen.walk_children(with_self=True)] if app._screen_stack else []


async def _wait_for_screen(pilot):
    await at_rest(pilot.app)
    return pilot.app._exception is None


async def _wait_for_idle(*_):
    await at_rest(active_app.get())


def _shared(parse_rules):
    """The same rules, read once for the same variables."""
    known = {}

    def rules(stylesheet, *source, **more):
        key = (frozenset(stylesheet._variables.items()), source, *sorted(more.items()))
        if key not in known:
            known[key] = parse_rules(stylesheet, *source, **more)
        return known[key]

    return rules
