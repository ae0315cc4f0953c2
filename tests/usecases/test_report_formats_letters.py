"""On paper every letter is drawn or said to be missing: never an empty box, never a wrong one."""

import json
from io import BytesIO

import pytest
import typst
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.usecases.a_report import bars
from tracker.reports.formats.letters import DRAWN, printable
from tracker.reports.formats.typesetting import ACCESSIBLE, fonts
from tracker.reports.model import Report, Section
from tracker.reports.writing import FORMATS
from tracker.wording.status import SIGNS

SOURCE = b"""
#set document(title: "x")
#set text(font: ("Source Sans Pro", "DejaVu Sans Mono"))
= x
#for text in json(bytes(sys.inputs.report)) { par(text) }
"""
NO_SHAPE = 0
"""The number that every font gives the shape of a letter that it does not have."""


def compiled(texts, standards):
    data = json.dumps(texts, ensure_ascii=False)
    compiler = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    return compiler.compile(
        SOURCE, format="pdf", sys_inputs={"report": data}, pdf_standards=standards
    )


def shapes(content):
    """The numbers of all shapes that are set, in texts and in drawings."""
    reader = PdfReader(BytesIO(content))
    todo = [(page.get_contents(), page["/Resources"]) for page in reader.pages]
    while todo:
        stream, resources = todo.pop()
        for operands, operator in ContentStream(stream, reader).operations:
            if operator in (b"Tj", b"TJ"):
                yield from numbers(operands[0])
        drawings = [one.get_object() for one in (resources.get("/XObject") or {}).values()]
        todo += [(one, one.get("/Resources", {})) for one in drawings if one["/Subtype"] == "/Form"]


def numbers(operand):
    """Two bytes a shape; distances between them are left out."""
    for one in operand if isinstance(operand, list) else [operand]:
        raw = getattr(one, "original_bytes", one)
        if isinstance(raw, bytes):
            yield from (int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2))


def a_report(text):
    chart = bars()
    sections = (Section(f"Rubrik {text}", (text,), charts=(chart,)),)
    return Report(f"Titel {text}", "Under", "sv", sections, about={"date": "2022-03-01"})


def test_every_letter_that_is_said_to_be_drawn_is():
    """Typst refuses a PDF/UA in which a letter has no shape."""
    letters = [chr(code) for code in range(0x20, 0x10000) if DRAWN.match(chr(code))]
    assert len(letters) > 3000
    content = compiled(letters, ACCESSIBLE)
    assert NO_SHAPE not in set(shapes(content))


def test_a_letter_without_a_shape_would_be_found():
    """Else the tests here would hold whatever is set."""
    assert NO_SHAPE in set(shapes(compiled(["日本"], [])))
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        compiled(["日本"], ACCESSIBLE)


def test_every_sign_of_a_status_is_drawn_as_it_is():
    signs = "".join(SIGNS.values()) + "▒●◆→≥−–…½€"
    assert printable(signs) == signs


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Bra jobbat 😀👍🏽!", "Bra jobbat !"),
        ("1️⃣ av 11", "1 av 11"),
        ("Hjärta ❤️", "Hjärta ❤"),
        ("Familjen 👨‍👩‍👧 🇸🇪", "Familjen  "),
        ("日本 語 och 中文", "? och ?"),
        ("Yta 12 ㎡", "Yta 12 m2"),
        ("a\u030a e\u0301 o\u0308", "å é ö"),
        ("rad\u2028två \x07\ue000", "rad två "),
        ("Łódź Đorđe Žižek Иван", "Łódź Đorđe Žižek Иван"),
    ],
)
def test_what_no_font_has_is_written_otherwise_or_left_out(typed, printed):
    assert printable(typed) == printed


def test_a_comment_full_of_signs_stops_no_format_and_leaves_no_box():
    awkward = "1️⃣ 😀 日本 ❤️ ㎡ \ue000 \U000f0000 \u0378 \ufffd \u202e \x0b 🇸🇪 a\u030a"
    report = a_report(awkward)
    made = {suffix: write(report) for suffix, write in FORMATS.items()}
    assert Document(BytesIO(made[".docx"])).core_properties.title.startswith("Titel 1️⃣ 😀")
    assert load_workbook(BytesIO(made[".xlsx"])).sheetnames[0].startswith("Titel 1️⃣ 😀")
    assert "1️⃣ 😀 日本" in made[".html"].decode()
    content = made[".pdf"]
    assert NO_SHAPE not in set(shapes(content))
    assert "1 ? ❤ m2" in " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())


@given(st.text(max_size=60))
def test_whatever_is_typed_only_drawn_letters_are_left(text):
    printed = printable(text)
    assert all(DRAWN.match(letter) for letter in printed)
    assert printable(printed) == printed
