"""TOML text: what stands outside strings and comments, where Swedish keys go without quotes."""

import json
import re

STRING_OR_COMMENT = (
    r'"""(?:\\.|[^\\])*?"""' + r"|'''.*?'''" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'|#[^\n]*"
)
"""A pattern, for use with `re.DOTALL`."""

_BARE_SWEDISH = re.compile(
    STRING_OR_COMMENT + r"|(?P<key>[\w-]*[^\W\x00-\x7f][\w-]*)(?=[ \t]*=)", re.DOTALL
)


def quote_swedish_keys(text: str) -> str:
    """`benämning = …` as `"benämning" = …`: TOML wants quotes around keys with å, ä or ö.

    Lines stay where they are, so that problems are found where they were written.
    """
    return _BARE_SWEDISH.sub(lambda part: f'"{part[0]}"' if part["key"] else part[0], text)


def quoted(text: str) -> str:
    """The text as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
