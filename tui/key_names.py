"""How keys are written wherever they are shown: as they stand on the keyboard."""

from textual.binding import Binding

NAMES = {
    "enter": "↵",
    "escape": "Esc",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
CTRL = "ctrl+"


def key_name(binding: Binding) -> str | None:
    """What a key is called; None: as Textual has it."""
    if binding.key_display:
        return binding.key_display
    return binding.key if binding.key.startswith(CTRL) else NAMES.get(binding.key)
