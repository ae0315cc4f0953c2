"""Values that look like they identify a person: refused everywhere, and never repeated.

A false alarm costs a new running number; a miss puts a person into the file. So number and checksum
need not be right, only plausible, in any common way of writing.
"""

import re
import unicodedata

from stdnum.se import personnummer

SHORTEST = 8
"""Digits of the shortest telephone number; shorter texts can only hold an e-mail address."""

_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
"""A day of the month, or one with 60 added (samordningsnummer)."""
_PERSON = re.compile(
    r"(?<!\d)(?:(?:18|19|20)\d{2}|\d{2})(?P<gap>[-./ ]?)(?:0[1-9]|1[0-2])(?P=gap)"
    + _DAY
    + r"\s?[-+–−/.]?\s?(?:\d{2}|TF|tf) ?\d{2}(?!\d|-\d)"
)
"""The last four are digits, or TF and two digits where no number was known (*reservnummer*)."""
_AT = r"(?:@|\s?[(\[{]\s?at\s?[)\]}]\s?)"
_EMAIL = re.compile(rf"[^\s@]+{_AT}[^\s@]+", re.IGNORECASE)
_MAY_BE_EMAIL = re.compile(r"[@(\[{]")
_GROUPS = r"(?:[-\s]{0,2}\d)"
_TELEPHONES = (
    re.compile(r"(?:\+|(?<!\d)00)\s?46[-\s]{0,2}(?:\(0\)\s?)?[1-9]" + _GROUPS + r"{6,9}(?!\d)"),
    re.compile(r"(?<!\d)(?<!\d-)(?:46)?7[02369]\d{7}(?!\d)"),  # as a sheet keeps it
    re.compile(r"(?<!\d)(?<!\d-)0[1-9]\d{7,8}(?!\d)"),
    re.compile(r"(?<!\d)(?<!\d[-.])0(?:8|[1-9]\d{1,2})(?:\.\d{2,3}){3,4}(?![.\d])"),
    re.compile(
        r"(?<!\d)(?<!\d-)\(?0(?:8|[1-9]\d{1,2})\)?\s?[-/\s]\s?\d" + _GROUPS + r"{4,7}(?!\d)"
    ),
)
_DATES = re.compile(
    r"(?<!\d)(?:\d{4}-\d\d-\d\d|\d\d?[-/.]\d\d?[-/. ](?:19|20)\d\d)(?!\d|\s?[-+]\d)"
)
_ENOUGH_DIGITS = re.compile(r"(?:\D*\d){7}")
"""As many as the shortest telephone number that is looked for, 08-123 45."""
_SEPARATED = re.compile(r"[\d\W_]+")


def looks_like_identifier(text: str) -> bool:
    """Whether a text holds what may be a personnummer, an e-mail address or a telephone number."""
    if not _MAY_BE_EMAIL.search(text) and (len(text) < SHORTEST or _has_few_digits(text)):
        return False
    plain = text if text.isascii() else _plain(text)
    if _EMAIL.search(plain) or _PERSON.search(plain) or _valid_number(plain):
        return True
    without_dates = _DATES.sub(" ", plain)
    return any(telephone.search(without_dates) for telephone in _TELEPHONES)


def _plain(text: str) -> str:
    """The text with one kind of digit, space and dash, and nothing that is not seen.

    Word processors put a hyphen that does not break, or one that shows only at a line's end,
    into numbers.
    """
    kinds = ((sign, unicodedata.category(sign)) for sign in unicodedata.normalize("NFKC", text))
    return "".join("-" if kind == "Pd" else sign for sign, kind in kinds if kind != "Cf")


def _has_few_digits(text: str) -> bool:
    """Whether there are too few even for a telephone number; most running numbers end here."""
    return text.isascii() and not _ENOUGH_DIGITS.match(text)


def _valid_number(text: str) -> bool:
    """Whether the digits alone, however they are set apart, are a number with a right checksum."""
    digits = re.sub(r"\D", "", text)
    in_form = _SEPARATED.fullmatch(text) and len(digits) in (10, 12)
    return bool(in_form and personnummer.is_valid(digits))
