"""The report filled into an association's own Word document, whose looks it keeps."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.usecases.a_report import a_report
from tests.usecases.small_year import an_empty_year, opened
from tests.usecases.written import YEAR, row_of
from tracker.cli import main
from tracker.errors import UsageError
from tracker.reports import make_report
from tracker.reports.formats.template_names import FOLLOWS, OTHERS, best
from tracker.reports.model import Report, Section
from tracker.reports.writing import check_place, left_out, left_out_text, write_report
from tracker.wording import language


@pytest.fixture
def make(tmp_path):
    """Make a template of paragraphs, each a text or a text with its style."""

    def made(*paragraphs, name="mall.docx"):
        document = Document()
        document.styles["Heading 1"].font.size = Pt(31)
        document.styles["Normal"].font.name = "Georgia"
        for one in paragraphs:
            text, style = one if isinstance(one, tuple) else (one, None)
            document.add_paragraph(text, style)
        document.save(tmp_path / name)
        return tmp_path / name

    return made


@pytest.fixture
def fill(tmp_path):
    """Fill a template; gives the document that comes of it."""

    def filled(template, report=None):
        place = tmp_path / "ut.docx"
        write_report(report or a_report(), place, template=template)
        return Document(BytesIO(place.read_bytes()))

    return filled


def body(document):
    """What stands in the document, in order: texts, and tables by their first heading."""
    found = []
    for element in document.element.body:
        if element.tag == qn("w:p"):
            found.append("".join(text.text or "" for text in element.iter(qn("w:t"))))
        elif element.tag == qn("w:tbl"):
            found.append("[" + next(element.iter(qn("w:t"))).text + "]")
    return found


def test_a_placeholder_takes_the_whole_report(make, fill):
    found = body(fill(make("Före", " {{ finsam }} ", "Efter")))
    assert (found[0], found[1], found[-1]) == ("Före", "Samlad bedömning", "Efter")
    assert "{{" not in "".join(found)
    assert found.count("[Mål]") == 1


def test_a_named_placeholder_takes_its_part_with_what_is_below_it(make, fill):
    """The heading is the template's own; a key and a heading both name a part."""
    template = make(
        ("Vårt eget ord", "Heading 1"), "{{finsam:mål}}", "{{Finsam: DELTAGARE}}", "Slut"
    )
    found = body(fill(template))
    assert found[:3] == ["Vårt eget ord", "Mål, utfall", ""]
    assert "1. Arbete" in found
    assert "Mål och utfall" not in found
    assert "Samlad bedömning" not in found
    assert found.index("[Mål]") < found.index("1. Arbete") < found.index("[Före]")
    assert found[-1] == "Slut"


def test_a_placeholder_that_word_has_split_into_pieces_is_found(make, fill, tmp_path):
    template = make("")
    document = Document(template)
    paragraph = document.paragraphs[0]
    for piece in ("{{fin", "sam:", "Delta", "gare}}"):
        paragraph.add_run(piece)
    document.save(template)
    assert "[Före]" in body(fill(template))


def test_a_placeholder_in_a_cell_is_filled_there(make, fill):
    template = make("Text")
    document = Document(template)
    document.add_table(1, 1).cell(0, 0).text = "{{finsam:Samlad bedömning}}"
    document.save(template)
    cell = fill(template).tables[0].cell(0, 0)
    assert [one.text for one in cell.paragraphs][-1] == "- punkt"


def test_what_is_filled_into_a_cell_is_no_wider_than_the_cell(make, fill):
    template = make("Text")
    document = Document(template)
    cell = document.add_table(1, 2).cell(0, 1)
    cell.text = "{{finsam:mål}}"
    document.save(template)
    filled = fill(template).tables[0].cell(0, 1)
    assert len(filled.tables) == 3
    for table in filled.tables:
        assert sum(one.width for one in table.rows[0].cells) < cell.width
    pictures = [int(one.get("cx")) for one in filled._tc.iter(qn("wp:extent"))]
    assert len(pictures) == 2
    assert max(pictures) < cell.width


@pytest.mark.parametrize("lies", [0, 1])
def test_tables_are_as_wide_as_the_pages_where_they_stand(make, fill, lies):
    """One section stands and the other lies; what is filled in is in the first."""
    template = make("Före", "{{finsam:mål}}", "Efter")
    document = Document(template)
    document.add_section()
    page = document.sections[lies]
    page.page_width, page.page_height = page.page_height, page.page_width
    document.save(template)
    filled = fill(template)
    page = filled.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    for table in filled.tables:
        assert sum(cell.width for cell in table.rows[0].cells) == pytest.approx(room, rel=0.01)


def test_a_placeholder_that_ends_a_section_leaves_its_pages_as_they_are(make, fill):
    """Word keeps what the pages of a section look like in its last paragraph."""
    template = make("Före", "{{finsam:mål}}", "Efter")
    document = Document(template)
    document.add_section()
    first = document.sections[0]
    first.page_width, first.page_height = first.page_height, first.page_width
    (carrier,) = (
        one for one in document.paragraphs if one._p.find(f".//{qn('w:sectPr')}") is not None
    )
    document.paragraphs[1]._p.get_or_add_pPr().append(carrier._p.find(f".//{qn('w:sectPr')}"))
    carrier._p.getparent().remove(carrier._p)
    document.save(template)
    filled = fill(template)
    lying, standing = filled.sections
    assert lying.page_width > lying.page_height
    assert standing.page_width < standing.page_height
    found = body(filled)
    assert found.index("[Mål]") < found.index("Efter")
    assert "{{" not in "".join(found)
    inside = [one for one in lying.iter_inner_content() if hasattr(one, "rows")]
    assert len(inside) == len(filled.tables) == 3
    room = lying.page_width - lying.left_margin - lying.right_margin
    assert sum(cell.width for cell in inside[0].rows[0].cells) == pytest.approx(room, rel=0.01)


def in_a_header(document, text):
    document.sections[0].header.paragraphs[0].text = text


def in_the_first_footer(document, text):
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = text


def beside_other_words(document, text):
    document.add_paragraph(f"Här kommer målen: {text} och sedan annat.")


def in_a_box(document, text):
    box = parse_xml(BOX.format(text=text))
    document.paragraphs[0].add_run()._r.append(box)


BOX = (
    '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
)


@pytest.mark.parametrize("put", [in_a_header, in_the_first_footer, beside_other_words, in_a_box])
@pytest.mark.parametrize("others", [(), ("{{finsam:deltagare}}",)])
def test_what_cannot_be_filled_in_is_said_and_not_printed(make, tmp_path, put, others):
    template = make("Text", *others)
    document = Document(template)
    put(document, "{{finsam:mål}}")
    document.save(template)
    with pytest.raises(UsageError) as raised:
        write_report(a_report(), tmp_path / "ut.docx", template=template)
    assert language("sv").text(raised.value.message, **raised.value.params) == (
        "I mall.docx står ”{{finsam:mål}}” där inget kan fyllas i. Skriv det på en egen rad i "
        "texten, inte i ett sidhuvud, en sidfot eller en textruta."
    )
    assert not (tmp_path / "ut.docx").exists()


def test_a_text_box_without_a_placeholder_does_not_matter(make, fill):
    template = make("{{finsam:deltagare}}")
    document = Document(template)
    in_a_box(document, "Vår logga")
    document.save(template)
    assert "[Före]" in body(fill(template))


@pytest.mark.parametrize("text", ["{{finsam mål}}", "{{FINSAM:Mål}}", "{{ finsam : MÅL }}"])
def test_a_placeholder_is_known_however_it_is_typed(make, fill, text):
    assert body(fill(make(text)))[0] == "Mål, utfall"


def test_bookmarks_do_the_same_and_stay(make, fill):
    template = make("Här:", "Slut")
    document = Document(template)
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), "7")
        if tag.endswith("Start"):
            mark.set(qn("w:name"), "finsam_samlad_bedömning")
        document.paragraphs[0]._p.append(mark)
    document.save(template)
    found = body(fill(template))
    assert (found[0], found[-2:]) == ("Här:", ["- punkt", "Slut"])


def test_without_places_it_is_filled_below_headings_with_its_names(make, fill):
    """As in the National Council's template, whose headings are numbered."""
    template = make(("2.1 Deltagare", "Heading 2"), "Egen text", ("Styrelse", "Heading 1"))
    found = body(fill(template))
    assert found[0] == "2.1 Deltagare"
    assert found.index("[Före]") < found.index("Egen text") < found.index("Styrelse")
    assert "Samlad bedömning" not in found


def test_headings_that_other_annual_reports_use_are_known(make, fill):
    found = body(fill(make(("3 Måluppfyllelse", "Heading 1"), "Slut")))
    assert found[:2] == ["3 Måluppfyllelse", "Mål, utfall"]
    assert found[-1] == "Slut"


def test_the_template_keeps_its_looks(make, fill):
    filled = fill(make("{{finsam}}"))
    assert filled.styles["Heading 1"].font.size == Pt(31)
    assert filled.styles["Normal"].font.name == "Georgia"
    heading = next(one for one in filled.paragraphs if one.text == "Deltagare")
    assert heading.style.name == "Heading 1"
    assert heading.runs[0].font.size is None


def test_a_template_without_the_usual_styles_gets_them(make, fill):
    template = make("{{finsam}}")
    document = Document(template)
    for name in ("Heading 1", "Heading 2", "Caption"):
        style = document.styles[name].element
        style.getparent().remove(style)
    document.save(template)
    assert "Deltagare" in body(fill(template))


def test_a_template_without_a_place_says_how_to_make_one(make, tmp_path):
    with pytest.raises(UsageError) as raised:
        write_report(a_report(), tmp_path / "ut.docx", template=make("Ingen plats"))
    said = sentence(raised.value)
    assert "{{finsam}}" in said
    assert "{{finsam:NAME}}" in said
    assert "mål, Deltagare" in said
    assert not (tmp_path / "ut.docx").exists()


def test_a_name_that_the_report_has_not_gives_the_nearest(make, tmp_path):
    with pytest.raises(UsageError) as raised:
        write_report(a_report(), tmp_path / "ut.docx", template=make("{{finsam:deltagere}}"))
    said = sentence(raised.value)
    assert "asks for “deltagere”" in said
    assert "Nearest: Deltagare." in said


def sentence(error):
    """What the user reads."""
    return language("en").text(error.message, **error.params)


def test_what_is_no_word_document_is_refused(tmp_path):
    template = tmp_path / "mall.docx"
    template.write_bytes(b"PK\x03\x04 inte en zip")
    with pytest.raises(UsageError, match="cannot be read as a Word document"):
        write_report(a_report(), tmp_path / "ut.docx", template=template)


@pytest.mark.parametrize(
    ("place", "template", "said"),
    [
        ("ut.pdf", "mall.docx", "both end with"),
        ("ut.docx", "mall.dotx", "both end with"),
        ("ut.docx", "borta.docx", "There is no file"),
        ("mall.docx", "mall.docx", "not written over"),
    ],
)
def test_a_template_that_will_not_do_is_refused_beforehand(make, tmp_path, place, template, said):
    make("{{finsam}}")
    with pytest.raises(UsageError, match=said):
        check_place(tmp_path / place, overwrite=True, template=tmp_path / template)


def test_the_page_on_templates_names_every_part_and_what_it_says_is_so(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "template.md").read_text(encoding="utf-8")
    rows = [row_of(line) for line in page.splitlines() if line.startswith("| `")]
    workspace = opened(an_empty_year(tmp_path))
    report = make_report(workspace, YEAR)
    workspace.close()
    parts = {one.key: one.heading for one in report.sections if one.level == 2}
    assert [(name.strip("`"), heading) for name, heading, _ in rows] == list(parts.items())
    names = {name: key for key in parts for name in (key, parts[key], *OTHERS.get(key, ()))}
    for name, _, others in rows:
        if others.startswith("("):
            assert others == f"(följer med {parts[FOLLOWS[name.strip('`')]]})"
            continue
        for heading in others.split(", "):
            assert names[best(heading, names)] == name.strip("`"), heading


def keyed_report():
    """A report whose parts have the keys of the real one."""
    parts = (
        ("Samlad bedömning", "samlad_bedömning", 2),
        ("Mål och utfall", "mål", 2),
        ("Målen ett för ett", "mål_för_mål", 2),
        ("1. Ett mål", "", 3),
        ("Deltagare", "deltagare", 2),
        ("Vad som ändrades för deltagarna", "resultat", 2),
        ("Ekonomi", "ekonomi", 2),
    )
    sections = tuple(
        Section(name, (f"Text: {name}",), level=at, key=key) for name, key, at in parts
    )
    return Report("Titel", "Under", "sv", sections, about={"date": "2022-03-01"})


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("2.1 Deltagarna 2021", "Deltagare"),
        ("IV. DELTAGARE:", "Deltagare"),
        ("Bilaga 1: Uppföljning av deltagarna", "Deltagare"),
        ("Måluppfyllese", "Mål och utfall"),
        ("Uppföljning av målen i verksamhetsplanen", "Mål och utfall"),
        ("5 Ekonomin under 2021", "Ekonomi"),
        ("Ekonomisk redogörelse", "Ekonomi"),
        ("Sammanfattning av verksamhetsåret 2021", "Samlad bedömning"),
        ("Resultat av insatserna", "Vad som ändrades för deltagarna"),
        ("Årets resultat", None),
        ("Resultaträkning", None),
        ("Målgrupp", None),
        ("Styrelsen", None),
        ("I korthet", "Samlad bedömning"),
    ],
)
def test_headings_are_known_in_spite_of_number_year_and_form(make, fill, heading, part):
    found = body(fill(make((heading, "Heading 1"), ("Deltagare i insatser", "Heading 1")),
                      keyed_report()))  # fmt: skip
    text = f"Text: {part}"
    if part is None:
        assert found[1] == "Deltagare i insatser"
    elif part == "Deltagare":
        assert found.count(text) == 1
    else:
        assert found[:2] == [heading, text]


def test_a_part_stands_once_below_the_heading_that_is_most_like_its_own(make, fill):
    template = make(("Uppföljning av deltagare", "Heading 1"), ("Deltagare", "Heading 2"))
    assert body(fill(template, keyed_report())) == [
        "Uppföljning av deltagare", "Deltagare", "Text: Deltagare",
    ]  # fmt: skip


def test_what_belongs_to_a_part_comes_with_it_one_level_down(make, fill):
    filled = fill(make(("Inledning", "Heading 1"), ("Måluppfyllelse", "Heading 2")), keyed_report())
    headings = [(one.text, one.style.name) for one in filled.paragraphs if "Head" in one.style.name]
    assert headings == [
        ("Inledning", "Heading 1"), ("Måluppfyllelse", "Heading 2"),
        ("Målen ett för ett", "Heading 3"), ("1. Ett mål", "Heading 4"),
    ]  # fmt: skip


def test_a_heading_style_of_the_associations_own_is_a_heading(make, fill, tmp_path):
    document = Document(make("Text"))
    own = document.styles.add_style("Kapitel", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 1"]
    document.add_paragraph("Deltagare", "Kapitel")
    document.save(tmp_path / "egen.docx")
    assert body(fill(tmp_path / "egen.docx", keyed_report()))[-1] == "Text: Deltagare"


def test_parts_without_a_heading_are_named(make):
    template = make(("Måluppfyllelse", "Heading 1"), ("Deltagare", "Heading 1"))
    names = left_out(keyed_report(), template)
    assert names == ("Samlad bedömning", "Vad som ändrades för deltagarna", "Ekonomi")
    assert left_out_text(language("sv"), names[:1], template) == (
        "Ingen rubrik i mall.docx passar den här delen, som därför inte är med: Samlad bedömning."
    )
    assert left_out(keyed_report(), make("{{finsam:mål}}")) == ()
    assert left_out(keyed_report(), None) == ()


def test_the_command_says_what_a_template_leaves_out(make, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("TRACKER_LANG", raising=False)
    store, place = an_empty_year(tmp_path / "store"), tmp_path / "ut.docx"
    template = make(("3 Måluppfyllelse", "Heading 1"), ("4 Ekonomisk översikt", "Heading 1"))
    asked = ("report", "--store", str(store), "--today", "2022-03-01", "--period", "2021")
    assert main([*asked, "--to", str(place), "--template", str(template)]) == 0
    said = capsys.readouterr().err
    assert "Ingen rubrik i mall.docx passar de här delarna, som därför inte är med: " in said
    assert "Kvinnor och män" in said
    assert "Målen ett för ett" not in said
