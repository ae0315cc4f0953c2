"""Typst, with our fonts alone: what it makes is the same on every machine."""

import re
import unicodedata
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

UNKNOWN_LETTER = "\N{WHITE SQUARE}"
"""Stands for a letter that no font of the report has, such as a smiley."""
NOT_DRAWN = re.compile(r"the text `\"(.+?)\"` could not be displayed")
TRIES = 5
UNPRINTABLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
KEPT = "\n\t\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"
ACCESSIBLE: "list[PDFStandard]" = ["ua-1", "a-2a"]


@cache
def fonts() -> "Fonts":
    """The fonts of the report."""
    from typst import Fonts as Found

    folder = str(files("tracker") / "data" / "fonts")
    return Found(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def typeset(
    source: bytes,
    data: str,
    kind: Literal["pdf", "png"],
    made: datetime | None = None,
    ppi: float | None = None,
) -> list[bytes]:
    """Pages of PNG, or one PDF that a screen reader can read (PDF/UA-1) and an archive keep.

    Letters that no font has are replaced: a smiley in a comment must not stop a report.

    Args:
        source: the document; it reads `sys.inputs.report`.
        data: the report as JSON.
        kind: what to make.
        made: the day that a PDF gives as its own.
        ppi: points of PNG on an inch.
    """
    from typst import Compiler, TypstError

    compiler = Compiler(font_paths=fonts(), ignore_system_fonts=True)
    for _ in range(TRIES):
        options: dict[str, Any] = {"format": kind, "sys_inputs": {"report": data}}
        options |= (
            {"pdf_standards": ACCESSIBLE, "timestamp": made} if kind == "pdf" else {"ppi": ppi}
        )
        try:
            found = compiler.compile(source, **options)
        except TypstError as error:
            missing = set(NOT_DRAWN.findall(error.diagnostic))
            if not missing:
                raise
            for letters in missing:
                data = data.replace(letters, UNKNOWN_LETTER)
            continue
        return found if isinstance(found, list) else [found or b""]
    raise RuntimeError("letters of the report cannot be printed")


def printable(text: str) -> str:
    """A text without characters that stand for nothing on paper."""
    return "".join(
        sign for sign in text if sign in KEPT or unicodedata.category(sign) not in UNPRINTABLE
    )
