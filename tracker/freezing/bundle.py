"""The bundle: a zip of JSON files with their digests, the same bytes for the same content.

It holds figures as they may be published, the plan and the settings they were made with, and of
the figures inside only keyed digests: nobody can tell a hidden number from it.
"""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

from tracker.errors import DataError, UsageError
from tracker.periods import parse_period
from tracker.privacy.counts import Publication
from tracker.problems import N_

FAMILY = "tracker-freeze/"
SCHEMA = f"{FAMILY}1"
MANIFEST = "manifest.json"
MEMBERS = ("published.json", "internal.json", "plan.json", "settings.json")
FIXED = (1980, 1, 1, 0, 0, 0)
TEXTS = ("association", "program", "data_digest")
GOAL_KEYS = {"id", "text", "measure", "by"}
LARGEST = 50_000_000
"""Bytes that a member may have; a bundle is some hundred thousand."""
Json = dict[str, Any]


@dataclass(frozen=True)
class Bundle:
    """What was frozen."""

    about: Json
    """Association, period, as of which day, program version, data digest, last change, seal."""
    published: Json
    """The status document as it may be published."""
    internal: dict[str, str]
    """By name of the figure: the keyed digest of what is inside."""
    plan: Json
    settings: Json
    """Of the association (`association`) and in force (`in_force`)."""
    publication: Publication = field(default=Publication(), repr=False, compare=False)
    """The counts in it, for the store to remember when it is handed out; not in the file."""

    @property
    def members(self) -> dict[str, Json]:
        """The files beside the manifest."""
        contents = (self.published, self.internal, self.plan, self.settings)
        return dict(zip(MEMBERS, contents, strict=True))


def to_bytes(bundle: Bundle) -> bytes:
    """The file; names, times and order are fixed, and nothing is compressed."""
    members = {name: _plain(content) for name, content in bundle.members.items()}
    manifest = {
        "schema": SCHEMA,
        **bundle.about,
        "members": {name: _digest(content) for name, content in members.items()},
    }
    place = BytesIO()
    with zipfile.ZipFile(place, "w", zipfile.ZIP_STORED) as file:
        for name, content in {MANIFEST: _plain(manifest), **members}.items():
            entry = zipfile.ZipInfo(name, FIXED)
            entry.create_system = 3  # else it says on which system it was written
            file.writestr(entry, content)
    return place.getvalue()


def from_bytes(content: bytes, name: str) -> Bundle:
    """The bundle in a file.

    Raises:
        UsageError: it is no such file, or too damaged to tell.
        DataError: a part of it is not what was frozen.
    """
    members = _read(content, name)
    manifest = _document(members.pop(MANIFEST), name)
    if manifest.get("schema") != SCHEMA:
        raise _not_such(name, str(manifest.get("schema")))
    digests = manifest.pop("members", {})
    for member in MEMBERS:
        if member not in members or digests.get(member) != _digest(members[member]):
            raise DataError(
                N_(
                    "{name} was damaged or edited after it was made: {member} is not what was "
                    "frozen. Use another copy."
                ),
                name=name,
                member=member,
            )
    published, internal, plan, settings = (_document(members[one], name) for one in MEMBERS)
    del manifest["schema"]
    found = Bundle(manifest, published, internal, plan, settings)
    if not _is_whole(found):
        raise _not_such(name)
    return found


def _is_whole(found: Bundle) -> bool:
    """Whether what a comparison asks for is there: who edits a bundle may leave anything out."""
    about, since = found.about, found.about.get("last_change")
    goals, settings = found.published.get("goals"), found.settings
    try:
        date.fromisoformat(about.get("as_of", ""))
        parse_period(about.get("period", ""))
    except (TypeError, ValueError, UsageError):
        return False
    return (
        all(isinstance(about.get(name), str) for name in TEXTS)
        and isinstance(since, dict)
        and isinstance(since.get("id"), int)
        and isinstance(goals, list)
        and all(isinstance(goal, dict) and goal.keys() >= GOAL_KEYS for goal in goals)
        and all(isinstance(settings.get(name), dict) for name in ("association", "in_force"))
    )


def _read(content: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            entries = {entry.filename: entry for entry in file.infolist()}
            known = [each for each in (MANIFEST, *MEMBERS) if each in entries]
            if MANIFEST not in known or any(entries[each].file_size > LARGEST for each in known):
                raise _not_such(name)
            return {each: file.read(each) for each in known}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise _not_such(name) from error


def _not_such(name: str, schema: str = SCHEMA) -> UsageError:
    if schema != SCHEMA and schema.startswith(FAMILY):
        return UsageError(
            N_("{name} was made by another version of the program, which has another form for it."),
            name=name,
        )
    return UsageError(
        N_("{name} is no bundle made by tracker freeze, or it is damaged."), name=name
    )


def _document(content: bytes, name: str) -> Json:
    try:
        document = json.loads(content)
    except ValueError as error:
        raise _not_such(name) from error
    if not isinstance(document, dict):
        raise _not_such(name)
    return document


def _plain(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _digest(content: bytes) -> str:
    return f"sha256:{sha256(content).hexdigest()}"
