"""Bring the Swedish catalogues up to date with the texts in the code, and compile them.

Run by `make texts`. What is new comes empty into `core.po`, for somebody to fill in; what no code
says any more is dropped. Several catalogues only keep files short: they are looked up as one.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tracker" / "data" / "locale" / "sv" / "LC_MESSAGES"
FOR_NEW = "core"
WIDTH = 100

MARKED = {"N_": None, "NN_": (1, 2)}
SAID = {**MARKED, "text": None, "plural": (1, 2)}
KEYWORDS = {"tracker": SAID, "tui": SAID, "db": MARKED}
"""`text` is another function in `db`: SQLAlchemy's."""

Text = str | tuple[str, ...]


def texts_in_code() -> dict[Text, str]:
    """Every text to translate, with a file that says it; singular and plural as a pair."""
    found: dict[Text, str] = {}
    for package, keywords in KEYWORDS.items():
        for file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package, method_map=[("**.py", "python")], keywords=keywords
        ):
            found.setdefault(message, f"{package}/{file}")
    return found


def catalogue(name: str) -> Catalog:
    """A catalogue as its .po has it."""
    with (FOLDER / f"{name}.po").open("rb") as file:
        return read_po(file, locale="sv", domain=name)


def names() -> list[str]:
    """The names of the catalogues."""
    return sorted(place.stem for place in FOLDER.glob("*.po"))


def compiled(read: Catalog) -> bytes:
    """A catalogue in the form that the program reads."""
    place = BytesIO()
    write_mo(place, read)
    return place.getvalue()


def main() -> None:
    """Update and compile every catalogue; say what is still to be translated."""
    said = texts_in_code()
    catalogues = {name: catalogue(name) for name in names()}
    for read in catalogues.values():
        for message in [each for each in read if each.id and each.id not in said]:
            read.delete(message.id)
            print(f"dropped from {read.domain}: {message.id}")  # noqa: T201 - a tool's talk
    known = {message.id for read in catalogues.values() for message in read}
    for text in said.keys() - known:
        catalogues[FOR_NEW].add(text, flags=("python-brace-format",) if "{" in str(text) else ())
    for name, read in catalogues.items():
        write(name, read)
        for message in read:
            if message.id and not all(strings(message.string)):
                print(f"to be translated in {name}: {message.id}")  # noqa: T201


def strings(translated: Text) -> tuple[str, ...]:
    """The one or several forms of a translation."""
    return (translated,) if isinstance(translated, str) else tuple(translated or ("",))


def write(name: str, read: Catalog) -> None:
    """Write a catalogue and its compiled form."""
    with (FOLDER / f"{name}.po").open("wb") as file:
        write_po(file, read, sort_output=True, width=WIDTH, no_location=True, ignore_obsolete=True)
    (FOLDER / f"{name}.mo").write_bytes(compiled(read))


if __name__ == "__main__":
    main()
