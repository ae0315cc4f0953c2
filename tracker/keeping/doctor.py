"""How a store is, as sentences that say what to do: soundness, version, place, controller, copies.

What is wrong here can cost the data or break the law; advice can wait a few days.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from db.health import Health, health
from tracker.keeping.copies import days_since
from tracker.keeping.places import Place, place_of
from tracker.problems import N_
from tracker.store_sentences import store_sentences

State = Literal["ok", "advice", "wrong"]
OLD, TOO_OLD = 7, 30
"""Days after which a backup is old, and so old that it is of little help."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `message` is marked with `N_`, its places in `params`."""

    name: str
    state: State
    message: str
    advice: str = ""
    """What to do, marked with `N_`."""
    params: dict[str, Any] = field(default_factory=dict)


def look_at(where: str, today: date, place: Place | None = None) -> tuple[Finding, ...]:
    """Look at a store without changing it.

    Raises:
        UsageError: there is no store.
        StoreBusyError: it cannot be reached now.
    """
    with store_sentences():
        found = health(where)
    lying = _place(place or place_of(where), where)
    if found.version is None:
        return (_soundness(found), lying)
    return (
        _soundness(found),
        _references(found),
        _version(found),
        lying,
        *_controllers(found),
        _backup(found, today),
    )


def _soundness(found: Health) -> Finding:
    if not found.faults:
        return Finding("integrity", "ok", N_("The store is sound."))
    return Finding(
        "integrity",
        "wrong",
        N_("The file has faults: {fault}"),
        N_("Save nothing more. Restore the latest sound backup: tracker restore FILE --store NEW"),
        {"fault": found.faults[0]},
    )


def _references(found: Health) -> Finding:
    if not found.dangling:
        return Finding("references", "ok", N_("Every row belongs to a row that is there."))
    return Finding(
        "references",
        "wrong",
        N_("{number} rows refer to rows that are not there."),
        N_("Another program has written in the file. Restore a backup from before that."),
        {"number": found.dangling},
    )


def _version(found: Health) -> Finding:
    params = {"version": found.version}
    if found.is_newer:
        return Finding(
            "version",
            "wrong",
            N_("The store was written by a newer version of the program (schema {version})."),
            N_("Update the program."),
            params,
        )
    if found.is_older:
        return Finding(
            "version",
            "advice",
            N_("The store is of an older version (schema {version})."),
            N_("It is brought up to date when it is opened; the file as it was is kept beside it."),
            params,
        )
    return Finding("version", "ok", N_("The schema is of today ({version})."), params=params)


PLACES: dict[Place, tuple[State, str, str]] = {
    "local": ("ok", N_("The store lies on this computer."), ""),
    "server": ("ok", N_("The store is on a database server."), ""),
    "synced": (
        "wrong",
        N_("The store lies in a folder that is synced: {where}"),
        N_(
            "Syncing a file in use damages it, and copies personal data to others. Close the "
            "program and move it to a folder that is not synced."
        ),
    ),
    "network": (
        "wrong",
        N_("The store lies on a network: {where}"),
        N_(
            "SQLite loses data on a network share. Move it to this computer; for several users "
            "let interventions deliver counts, or use PostgreSQL."
        ),
    ),
}


def _place(place: Place, where: str) -> Finding:
    state, message, advice = PLACES[place]
    params = {"where": where} if state == "wrong" else {}
    return Finding("place", state, message, advice, params)


def _controllers(found: Health) -> list[Finding]:
    """Who is responsible in each association; rows without anybody responsible are wrong."""
    return [
        Finding(
            "controller",
            "ok",
            N_("Personuppgiftsansvarig for {association}: {controller}"),
            params={"association": association, "controller": controller},
        )
        if controller
        else Finding(
            "controller",
            "wrong" if found.episodes else "advice",
            N_("It is not stated who is personuppgiftsansvarig for {association}."),
            N_("State it: tracker settings controller NAME"),
            {"association": association},
        )
        for association, controller in found.controllers
    ]


def _backup(found: Health, today: date) -> Finding:
    if not found.is_file:
        return Finding("backup", "ok", N_("Backups are made with the tools of the server."))
    if found.last_backup is None:
        return Finding(
            "backup",
            "wrong" if found.episodes else "advice",
            N_("There is no backup of the store."),
            N_("Make one, on another disk: tracker backup FILE"),
        )
    days = days_since(found.last_backup, today)
    state: State = "ok" if days <= OLD else "advice" if days <= TOO_OLD else "wrong"
    return Finding(
        "backup",
        state,
        N_("The last backup is {days} days old."),
        N_("Make one, on another disk: tracker backup FILE") if state != "ok" else "",
        {"days": days},
    )
