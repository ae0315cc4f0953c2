"""Typst, with our fonts alone: what it makes is the same on every machine."""

from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from tracker.reports.formats.letters import MISSING, SAFE

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

NOT_DRAWN = "could not be displayed"
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

    Args:
        source: the document; it reads `sys.inputs.report`.
        data: the report as JSON, made of `printable` texts.
        kind: what to make.
        made: the day that a PDF gives as its own.
        ppi: points of PNG on an inch.
    """
    from typst import Compiler, TypstError

    compiler = Compiler(font_paths=fonts(), ignore_system_fonts=True)
    options: dict[str, Any] = {"format": kind}
    options |= {"pdf_standards": ACCESSIBLE, "timestamp": made} if kind == "pdf" else {"ppi": ppi}
    try:
        found = compiler.compile(source, **options, sys_inputs={"report": data})
    except TypstError as error:
        if NOT_DRAWN not in error.diagnostic:
            raise
        # The fonts lack a letter that they had: a sign in a comment must not stop a report.
        plain = SAFE.sub(MISSING, data)
        found = compiler.compile(source, **options, sys_inputs={"report": plain})
    return found if isinstance(found, list) else [found or b""]
