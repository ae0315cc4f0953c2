"""The themes: dark, light and one of high contrast. Blue is met, orange is not met, never alone."""

from textual.theme import Theme

from tracker.problems import N_

DARK = Theme(
    name="tracker-dark",
    primary="#7cb7ff",
    secondary="#9db4c0",
    accent="#ffd166",
    warning="#ffd166",
    error="#ff9e80",
    success="#7cb7ff",
    foreground="#e6e9ee",
    background="#10141a",
    surface="#161c24",
    panel="#1f2732",
    dark=True,
    variables={
        "met": "#7cb7ff",
        "not-met": "#ffab66",
        "goal-line": "#ffd166",
        "muted": "#a7b0bc",
        "chosen": "#283445",
        "text-muted": "#a7b0bc",
        "text-primary": "#9cc9ff",
        "footer-key-foreground": "#ffd166",
        "footer-description-foreground": "#d5dae1",
        "input-selection-background": "#3a5678",
    },
)
LIGHT = Theme(
    name="tracker-light",
    primary="#0b4f9c",
    secondary="#43545f",
    accent="#7a4a00",
    warning="#7a4a00",
    error="#a33000",
    success="#0b4f9c",
    foreground="#16202b",
    background="#fbfbf9",
    surface="#f2f3f1",
    panel="#e4e7e8",
    dark=False,
    variables={
        "met": "#0b4f9c",
        "not-met": "#a33f00",
        "goal-line": "#7a4a00",
        "muted": "#4a5763",
        "chosen": "#d6e4f5",
        "text-muted": "#4a5763",
        "text-primary": "#0b4f9c",
        "footer-key-foreground": "#7a4a00",
        "footer-description-foreground": "#16202b",
        "input-selection-background": "#b5d2f2",
    },
)
CONTRAST = Theme(
    name="tracker-contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ffc59e",
    success="#9ed0ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    dark=True,
    variables={
        "met": "#9ed0ff",
        "not-met": "#ffc59e",
        "goal-line": "#ffff00",
        "muted": "#ffffff",
        "chosen": "#00305c",
        "text-muted": "#ffffff",
        "text-disabled": "#ffffff",
        "text-primary": "#ffff00",
        "foreground-muted": "#ffffff",
        "foreground-disabled": "#ffffff",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#00305c",
        "block-cursor-blurred-foreground": "#ffffff",
        "footer-key-foreground": "#ffff00",
        "footer-background": "#000000",
        "footer-description-foreground": "#ffffff",
        "input-selection-background": "#00305c",
        "border": "#ffffff",
        "border-blurred": "#ffffff",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
    },
)
THEMES = {
    DARK.name: (DARK, N_("dark")),
    LIGHT.name: (LIGHT, N_("light")),
    CONTRAST.name: (CONTRAST, N_("high contrast")),
}
"""Every theme with its name in words, in the order in which a key steps through them."""
FALLBACK = {"met": "#7cb7ff", "not-met": "#ffab66", "goal-line": "#ffd166", "chosen": "#283445"}
"""Our own colours while Textual still shows a theme of its own."""


def following(name: str) -> str:
    """The theme after this one."""
    names = list(THEMES)
    place = names.index(name) if name in names else -1
    return names[(place + 1) % len(names)]
