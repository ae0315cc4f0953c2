"""The pane Rapport: what its lines say, and how they are chosen."""

from dataclasses import replace


def value(keys, name):
    """What a line of the list says."""
    option = keys.pane.menu.get_option(name)
    return str(option.prompt).split("  ")[-1].strip()


def lines(keys):
    return [str(option.prompt) for option in keys.pane.menu.options]


async def to_line(keys, name):
    """Put the cursor on a line of the list."""
    keys.pane.menu.highlighted = keys.pane.menu.get_option_index(name)
    await keys.type("enter")


async def only(keys, *formats):
    """Write nothing but these formats."""
    keys.pane.choose_anew(replace(keys.pane.chosen, formats=formats))
    await keys.pilot.pause()
