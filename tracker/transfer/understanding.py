"""From the text of a sheet to what its rows say."""

from tracker.problems import N_
from tracker.transfer.cells import read_cells
from tracker.transfer.file_rows import FileRows
from tracker.transfer.headers import Layout
from tracker.transfer.mapping import ColumnMapping
from tracker.transfer.sheet import Sheet
from tracker.transfer.steps import Steps
from tracker.transfer.wide import to_long
from tracker.validation.context import Context
from tracker.validation.kinds import Kind


def read_rows(
    kind: Kind,
    sheet: Sheet,
    layout: Layout,
    mapping: ColumnMapping,
    context: Context,
    steps: Steps,
) -> FileRows:
    """The rows of a sheet, understood column by column."""
    headings = None
    if layout.is_wide:
        sheet, layout, headings = to_long(sheet, layout)
    rows = FileRows(sheet.file, sheet.rows, headings=headings)
    for column in kind.columns:
        steps.on()
        if column.name not in layout.places:
            continue
        texts = sheet.columns[layout.places[column.name]]
        cells = read_cells(kind, column, texts, mapping, context)
        rows.values |= cells.values
        rows.stated |= dict.fromkeys(cells.values, cells.stated)
        for place, refused in cells.refused.items():
            rows.refuse(place, column.name, refused.message, refused.params)
            if column.name in kind.key:
                rows.keyless.add(place)
    _need_key(kind, rows, layout)
    return rows


def _need_key(kind: Kind, rows: FileRows, layout: Layout) -> None:
    """A row without its key is no row, whether it is new or not."""
    for name in kind.key:
        column = kind.by_name[name]
        if not column.required or name not in layout.places:
            continue
        for place, stated in enumerate(rows.stated[column.attribute]):
            if not stated and name not in rows.refused.get(place, ()):
                rows.refuse(place, name, N_("Fill in {column}."), {"column": name})
                rows.keyless.add(place)
