"""Changed rows and corrected deliveries in the words of a file."""

from collections.abc import Mapping
from typing import Any

from db.codes import ExitReason
from db.delivered import DeliveryRow
from tracker.transfer.comparing import Difference
from tracker.transfer.deliveries import NewDelivery
from tracker.transfer.file_rows import FileRows
from tracker.transfer.outcome import Changed, Corrected
from tracker.validation.checking import written
from tracker.validation.context import Context
from tracker.validation.kinds import Kind

REASON = "avslutsanledning"


def changed_row(
    kind: Kind, rows: FileRows, difference: Difference, stored: Mapping[str, Any], context: Context
) -> Changed:
    """What a row held and what it will hold, column by column."""
    merged = {**stored, **difference.after}
    columns = [
        column
        for column in kind.columns
        if column.attribute in difference.after or column.why in difference.after
    ]
    before = {column.name: written(column, stored, context) for column in columns}
    after = {column.name: written(column, merged, context) for column in columns}
    if "voided" in difference.after:
        reason = kind.by_name[REASON]
        before[REASON], after[REASON] = (
            ExitReason.MISREGISTERED.value if row["voided"] else written(reason, row, context)
            for row in (stored, merged)
        )
    file_row = rows.rows[difference.place]
    return Changed(
        rows.file, file_row, row_key(kind, rows, difference.place, context), before, after
    )


def corrected_delivery(
    file: str, new: NewDelivery, older: DeliveryRow, context: Context
) -> Corrected:
    """A delivery that replaces an older one, with the days of the older."""
    number = older.intervention_id
    key = context.interventions_by_id[number].key if number else ""
    return Corrected(file, new.key, older.key, key, older.start.isoformat(), older.end.isoformat())


def row_key(kind: Kind, rows: FileRows, place: int, context: Context) -> str:
    """What names a row, as it stands in a file."""
    columns = [kind.by_name[name] for name in kind.key]
    values = {
        column.attribute: rows.values[column.attribute][place]
        for column in columns
        if column.attribute in rows.values
    }
    texts = [written(column, values, context) for column in columns if column.attribute in values]
    return " ".join(text for text in texts if text)
