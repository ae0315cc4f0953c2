"""Sealing deliveries: a digest that nobody can guess the counts from.

A few small counts have few possible values, so anybody could try them all against a plain hash. A
hash with a secret (HMAC, RFC 2104) tells nothing to those who do not have the secret; it stays in
the sender's store, which can tell later whether a delivery is the one that it sent.
"""

import hmac
import json
from collections.abc import Sequence
from hashlib import sha256
from secrets import token_hex

from db.associations import add_delivery_key, associations
from db.codes import DELIVERY_KEY
from db.records import begin_change
from tracker.store_sentences import store_sentences
from tracker.transfer.delivery_keys import LETTERS
from tracker.workspace import Workspace

LENGTH = 16


def known_key(workspace: Workspace) -> str | None:
    """The association's secret if it has one, also one made since the workspace was opened."""
    number = workspace.association.id
    with store_sentences(), workspace.store.read() as session:
        row = next(row for row in associations(session) if row.id == number)
        found = row.settings.get(DELIVERY_KEY)
    return None if found is None else str(found)


def delivery_key(workspace: Workspace) -> str:
    """The association's secret for deliveries; made and kept when it is asked for first."""
    known = workspace.association.settings.get(DELIVERY_KEY)
    if known is not None:
        return str(known)
    number = workspace.association.id
    with store_sentences(), workspace.store.write() as session:
        row = next(row for row in associations(session) if row.id == number)
        if DELIVERY_KEY in row.settings:  # made since the workspace was opened
            return str(row.settings[DELIVERY_KEY])
        change = begin_change(
            session,
            association_id=number,
            at=workspace.now(),
            by=workspace.actor,
            kind="settings",
            subject=DELIVERY_KEY,
        )
        key = token_hex(32)
        add_delivery_key(session, change, key)
        return key


def seal(key: str, rows: Sequence[Sequence[str]]) -> str:
    """The keyed digest of rows of texts, in letters."""
    content = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hmac.new(key.encode(), content, sha256).hexdigest()
    return "".join(LETTERS[int(sign, 16)] for sign in digest[:LENGTH])


def seal_of_delivery(key: str, plan: str, created: str, rows: Sequence[Sequence[str]]) -> str:
    """The keyed digest of a delivery: its plan, when it was made, and its rows in any order.

    Args:
        key: the sender's secret.
        plan: `plan`
        created: `skapad`
        rows: the columns of *antal* from `från` to `dold`, as texts.
    """
    return seal(key, [[plan, created], *sorted(map(list, rows))])
