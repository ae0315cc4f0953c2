"""How the same word is recognised however it was typed."""

import unicodedata


def composed(text: str) -> str:
    """The text with å, ä, ö as single characters, and without blanks around it."""
    trimmed = text.strip()
    return trimmed if trimmed.isascii() else unicodedata.normalize("NFC", trimmed)


def folded(text: str) -> str:
    """The same for a header, in whatever case it was written."""
    return composed(text).casefold()
