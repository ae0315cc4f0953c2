"""Where a store lies: folders that are synced or lie on a network damage a file in use."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

Place = Literal["local", "synced", "network", "server"]
"""On this computer, in a folder that is synced (OneDrive), on a network share, on a server."""

SYNCED = (
    *("onedrive", "dropbox", "google drive", "googledrive", "my drive", "min enhet"),
    *("icloud", "icloud drive", "mobile documents", "cloudstorage", "nextcloud", "owncloud"),
    *("box", "box sync", "pcloud drive", "synologydrive", "seafile", "mega", "sharepoint"),
)
"""Names of folders that programs for syncing make, in small letters."""
SYNCED_BY = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Variables of the environment that name such a folder on Windows."""
NETWORK = frozenset(
    [
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "afpfs", "ncpfs", "davfs"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "glusterfs", "ceph"),
    ]
)
"""Kinds of file systems that lie on another computer."""
MOUNTS = Path("/proc/mounts")
REMOTE_DRIVE = 4
"""What Windows calls a drive that lies on another computer."""


def place_of(
    where: str, environment: Mapping[str, str] | None = None, mounts: str | None = None
) -> Place:
    """Where a store lies, or would lie.

    Args:
        where: the file, or the address of a database.
        environment: the variables of the environment; None: those of this process.
        mounts: what is mounted where, as Linux lists it; None: read here.
    """
    if "://" in where:
        return "server" if not where.startswith("sqlite") else "local"
    path = Path(where).expanduser()
    if _is_remote(path) or _file_system(path.absolute(), mounts) in NETWORK:
        return "network"
    synced = _is_synced(path.absolute(), os.environ if environment is None else environment)
    return "synced" if synced else "local"


def _is_synced(path: Path, environment: Mapping[str, str]) -> bool:
    """Whether a folder above it is one that is synced: “OneDrive - Lillby kommun” too."""
    folders = [part.casefold() for part in path.parent.parts]
    if any(part in SYNCED or part.startswith(("onedrive -", "dropbox (")) for part in folders):
        return True
    named = (environment.get(name) for name in SYNCED_BY)
    return any(path.is_relative_to(folder) for folder in named if folder)


def _is_remote(path: Path) -> bool:
    """Whether it is a share (//server/share), or a drive of Windows that is one."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform != "win32":
        return False
    import ctypes

    kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{path.absolute().drive}\\")
    return kind == REMOTE_DRIVE


def _file_system(path: Path, mounts: str | None) -> str:
    """The kind of file system that a path lies on; empty where that is not known."""
    if mounts is None:
        mounts = MOUNTS.read_text(encoding="utf-8") if MOUNTS.is_file() else ""
    best, kind = -1, ""
    for line in filter(str.strip, mounts.splitlines()):
        _, folder, found, *_ = line.split()
        folder = folder.replace("\\040", " ")
        if path.is_relative_to(folder) and len(folder) > best:
            best, kind = len(folder), found
    return kind
