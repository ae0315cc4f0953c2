"""The letters and signs that the fonts of the report draw, and what stands for the others.

Word and browsers bring fonts of their own; on paper a sign without a shape would be an empty box.
"""

import re
import unicodedata

DRAWN = re.compile(
    "["
    "\t\n -~\u00a0-\u00ac\u00ad\u00ae-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u04ff\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0640-\u0652\u0660-\u066d"
    "\u1d00-\u1f15\u200b\u2010-\u2027\u2030-\u2040\u2044-\u2052\u2070\u2071\u2074-\u208e"
    "\u20a0-\u20bf\u2100-\u211e\u2120\u2122\u2126-\u2184\u2190-\u23ff\u2460-\u262f\u2638-\u268b"
    "\u2690-\u269c\u26a0-\u26a7\u2701-\u2704\u2706-\u2709\u270c-\u2727\u2729-\u274b\u274d"
    "\u274f-\u2752\u2756\u2758-\u275e\u2761-\u277f\u2794\u2798-\u27af\ufb00-\ufb06"
    "]"
)
"""One letter that is drawn. A test sets all of them with the fonts that are shipped."""
SAFE = re.compile("[^\t\n -~\u00a0-\u017f–—’”…]")
"""What is given up when the fonts have changed after all."""
MISSING = "?"
"""Stands for letters that no font of the report has, such as Chinese ones."""
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARK = "\ufffc"
"""Stands for a letter that is missing, while a text is looked at; no font draws it."""
_RUN = re.compile(rf"{_MARK}(?:\s*{_MARK})*")


def storable(text: str) -> str:
    """A text that an XML file can hold, as those of Word and Excel are."""
    return NOT_IN_XML.sub("", text)


def shortened(text: str, units: int) -> str:
    """The beginning of a text, in units as Excel counts them: a smiley is two."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def printable(text: str) -> str:
    """A text in which every letter is drawn.

    Signs without a shape, such as a smiley, are left out; letters that no font has are a question
    mark, so that a reader sees that something is missing.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(one if DRAWN.match(one) else _instead(one) for one in composed)
    return _RUN.sub(MISSING, kept)


def _instead(letter: str) -> str:
    """The same letter written otherwise, a mark that it is missing, or nothing."""
    simpler = unicodedata.normalize("NFKC", letter)
    if all(DRAWN.match(one) for one in simpler):
        return simpler
    kind = unicodedata.category(letter)
    if kind[0] == "Z":
        return " "
    return _MARK if kind[0] in "LN" else ""
