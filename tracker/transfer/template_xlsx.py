"""The empty Excel file of a kind: headers with drop-downs, an explanation, and the codes."""

import io
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from db.codes import Why
from tracker.problems import N_
from tracker.validation.checking import describe
from tracker.validation.coded import SeveralCodes
from tracker.validation.context import Context
from tracker.validation.dated import Day
from tracker.validation.kinds import Column, Kind
from tracker.validation.numeric import DecimalNumber, Kronor, Whole
from tracker.wording.labels import column_help, column_label, label

LAST_ROW = 20_000
"""How far down drop-downs and formats reach."""
NARROWEST = 12
WIDEST = 60
Choices = dict[str, tuple[int, int, list[tuple[str, str]]]]
"""By column: first and last row on the sheet of codes, and the codes with their words."""


def template_xlsx(kind: Kind, context: Context) -> bytes:
    """The file, with explanations in the language of the context."""
    place = io.BytesIO()
    with xlsxwriter.Workbook(place, {"in_memory": True}) as workbook:
        rows = workbook.add_worksheet(kind.name)
        said = workbook.add_worksheet(context.language.text(N_("Explanation")))
        codes = workbook.add_worksheet(context.language.text(N_("Codes")))
        bold = workbook.add_format({"bold": True, "bottom": 1})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        choices = _write_codes(codes, kind, context, bold)
        _write_rows(workbook, rows, kind, bold)
        for place_of, column in enumerate(kind.columns):
            if column.name in choices:
                first, last, _ = choices[column.name]
                source = f"='{codes.get_name()}'!$B${first}:$B${last}"
                rule = _rule(column, source, context)
                rows.data_validation(1, place_of, LAST_ROW, place_of, rule)
        _write_explanation(said, kind, context, (bold, wrapped))
    return place.getvalue()


def _write_rows(workbook: Workbook, sheet: Worksheet, kind: Kind, bold: Format) -> None:
    """The headers, and cells that Excel does not turn into something else."""
    text = workbook.add_format({"num_format": "@"})
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for place, column in enumerate(kind.columns):
        kept: Format | None = text
        if isinstance(column.type, Day):
            kept = day
        elif isinstance(column.type, Whole | Kronor | DecimalNumber):
            kept = None
        sheet.set_column(place, place, max(NARROWEST, len(column.name) + 3), kept)
        sheet.write_string(0, place, column.name, bold)
    sheet.freeze_panes(1, 0)


def _rule(column: Column, source: str, context: Context) -> dict[str, Any]:
    """A drop-down; where several codes fit it helps, and does not refuse."""
    language = context.language
    several = isinstance(column.type, SeveralCodes)
    rule: dict[str, Any] = {"validate": "list", "source": source, "show_error": not several}
    if several:
        hint = N_("Several codes with + between; the sheet of codes lists them.")
        return {**rule, "input_title": column.name[:32], "input_message": language.text(hint)}
    refusal = N_("Choose one of the codes in the list; the sheet of codes explains them.")
    return {**rule, "error_title": column.name[:32], "error_message": language.text(refusal)}


def _write_codes(sheet: Worksheet, kind: Kind, context: Context, bold: Format) -> Choices:
    """Every code with its words, column by column."""
    titles = (N_("Column"), N_("Code"), N_("Meaning"))
    _write_titles(sheet, titles, (24, 32, WIDEST), context, bold)
    choices: Choices = {}
    row = 1
    for column in kind.columns:
        listed = _choices(column, context)
        if not listed:
            continue
        choices[column.name] = (row + 1, row + len(listed), listed)
        for code, words in listed:
            for place, text in enumerate((column.name, code, words)):
                sheet.write_string(row, place, text)
            row += 1
    return choices


def _choices(column: Column, context: Context) -> list[tuple[str, str]]:
    listed = column.type.choices(context)
    if not listed or not column.personal:
        return listed
    return [*listed, *((why.value, label(context.language, Why, why)) for why in Why)]


def _write_explanation(
    sheet: Worksheet, kind: Kind, context: Context, formats: tuple[Format, Format]
) -> None:
    """What every column is, what to write in it, and help where people hesitate."""
    bold, wrapped = formats
    titles = (N_("Column"), N_("Meaning"), N_("Needed"), N_("What to write"), N_("Help"))
    _write_titles(sheet, titles, (24, 32, NARROWEST, WIDEST, WIDEST), context, bold)
    language = context.language
    yes, no = language.text(N_("Yes")), language.text(N_("No"))
    for row, column in enumerate(kind.columns, 1):
        texts = (
            column.name,
            column_label(language, kind.name, column.name),
            yes if column.required else no,
            describe(column, context),
            column_help(language, kind.name, column.name) or "",
        )
        for place, text in enumerate(texts):
            sheet.write_string(row, place, text, wrapped)


def _write_titles(
    sheet: Worksheet,
    titles: tuple[str, ...],
    widths: tuple[int, ...],
    context: Context,
    bold: Format,
) -> None:
    for place, (title, width) in enumerate(zip(titles, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, context.language.text(title), bold)
    sheet.freeze_panes(1, 0)
