"""Empty files to fill in (`tracker template`)."""

from datetime import date
from pathlib import Path

from db.seeds import SEEDS
from tracker.errors import UsageError
from tracker.problems import N_
from tracker.validation.context import CodeRef, Context
from tracker.validation.kinds import Kind
from tracker.validation.loading import load_context
from tracker.wording.language import Language
from tracker.workspace import Workspace

SUFFIXES = (".xlsx", ".csv")


def context_of(workspace: Workspace) -> Context:
    """What a template can offer for choice from a store: its interventions, goals, code lists."""
    with workspace.store.read() as session:
        return load_context(session, workspace)


def context_without_store(language: Language, today: date) -> Context:
    """The same before there is a store: the code lists as they come with the program."""
    codes = {members: tuple(CodeRef(*seed) for seed in seeds) for members, seeds in SEEDS.items()}
    return Context(today=today, language=language, codes=codes)


def write_template(kind: Kind, path: Path, context: Context, *, overwrite: bool = False) -> None:
    """Write the empty file of a kind, as Excel or CSV by its suffix.

    Raises:
        UsageError: another suffix, a file that is there already, or a place that cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(N_("The name must end with .xlsx or .csv: {name}."), name=path.name)
    content = _csv(kind)
    if suffix == ".xlsx":
        from tracker.transfer.template_xlsx import template_xlsx

        content = template_xlsx(kind, context)
    try:
        with path.open("wb" if overwrite else "xb") as file:
            file.write(content)
    except FileExistsError as error:
        message = N_("There is already a file {path}; --overwrite replaces it.")
        raise UsageError(message, path=str(path)) from error
    except FileNotFoundError as error:
        raise UsageError(N_("There is no folder {path}."), path=str(path.parent)) from error
    except OSError as error:
        message = N_("The file {path} cannot be written: {reason}.")
        raise UsageError(message, path=str(path), reason=error.strerror) from error


def _csv(kind: Kind) -> bytes:
    """The headers alone, as Excel in Sweden opens them."""
    return (";".join(column.name for column in kind.columns) + "\r\n").encode("utf-8-sig")
