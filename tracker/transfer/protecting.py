"""What an import leaves alone without `--overwrite`: voided rows, values corrected by hand."""

from collections.abc import Sequence

from sqlmodel import Session

from db.rows_by_key import corrected_by_hand
from tracker.problems import N_
from tracker.transfer.comparing import Difference
from tracker.transfer.file_rows import FileRows
from tracker.transfer.row_rules import Stored
from tracker.transfer.shapes import Shape
from tracker.validation.checking import written
from tracker.validation.context import Context
from tracker.validation.kinds import Kind

VOIDED = N_(
    "The row is voided as a misregistration. Import with --overwrite to change it all the same."
)
CORRECTED = N_(
    "Somebody corrected this value by hand to “{value}”. Leave the cell empty, or import with "
    "--overwrite to replace it."
)
EMPTIED = N_(
    "Somebody emptied this value by hand. Leave the cell empty, or import with --overwrite to "
    "fill it in again."
)


def keep_corrected(
    session: Session,
    kind: Kind,
    shape: Shape,
    rows: FileRows,
    differences: Sequence[Difference],
    stored: Stored,
    context: Context,
) -> None:
    """Reject the rows that would change what somebody has settled by hand."""
    by_hand = corrected_by_hand(session, shape.table, [each.row_id for each in differences])
    for each in differences:
        row = stored[each.row_id]
        if row.get("voided"):
            rows.refuse(each.place, None, VOIDED, {})
            continue
        settled = by_hand.get(each.row_id, set()) & each.after.keys()
        for column in kind.columns:
            if column.attribute in settled or column.why in settled:
                value = written(column, row, context)
                rows.refuse(
                    each.place, column.name, CORRECTED if value else EMPTIED, {"value": value}
                )
