"""Charts in words, for those who hear them: names and sentences, each with one full stop."""

ENDED = (".", "!", "?", "…")


def sentence(text: str) -> str:
    """A text as a sentence; a goal's own text may end with a full stop already."""
    text = text.rstrip()
    return text if text.endswith(ENDED) else f"{text}."


def named(name: str, said: str) -> str:
    """What is said of something, as a sentence."""
    return sentence(f"{name.rstrip(' .')}: {said}")
