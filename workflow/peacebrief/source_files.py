"""Which files of the package a command is made of, so that a rule re-runs when one of them changes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parents[1]


def source_files(*modules: str) -> list[str]:
    """Files that `modules` and all they import from this package are made of, sorted, relative to the project.

    Imports inside functions count; modules named at run time do not, so name those too. Raises ModuleNotFoundError
    for a name that is no module of the package.
    """
    missing = [name for name in modules if not _files(name)]
    if missing:
        raise ModuleNotFoundError(f"no module of the package is called {', '.join(missing)}")
    found: set[Path] = set()
    waiting = [file for name in modules for file in _files(name)]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += _imported(file)
    return sorted(file.relative_to(PROJECT).as_posix() for file in found)


@cache
def _imported(file: Path) -> frozenset[Path]:
    statements = ast.parse(file.read_bytes(), filename=str(file)).body
    names = {name for statement in _imports(statements) for name in _names(statement, file)}
    return frozenset(found for name in names for found in _files(name))


def _imports(statements: Sequence[ast.AST]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Import statements at any depth. Expressions hold none, and skipping them is what makes this quick."""
    for statement in statements:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement
        for block in ("body", "orelse", "finalbody", "handlers", "cases"):
            yield from _imports(getattr(statement, block, ()))


def _names(statement: ast.Import | ast.ImportFrom, file: Path) -> list[str]:
    """What the statement may load: `from a import b` names the module a and perhaps the module a.b."""
    if isinstance(statement, ast.Import):
        return [alias.name for alias in statement.names]
    folder = (PACKAGE.name, *file.relative_to(PACKAGE).parts[:-1])
    start = folder[: len(folder) + 1 - statement.level] if statement.level else ()
    parent = ".".join([*start, *([statement.module] if statement.module else [])])
    return [parent, *(f"{parent}.{alias.name}" for alias in statement.names)]


@cache
def _files(name: str) -> tuple[Path, ...]:
    """The file of a module and the `__init__` files of the packages around it; empty for what is not ours."""
    parts = name.split(".")
    if parts[0] != PACKAGE.name:
        return ()
    folders = [PACKAGE.parent.joinpath(*parts[:depth]) for depth in range(1, len(parts) + 1)]
    candidates = [folder / "__init__.py" for folder in folders] + [folders[-1].with_suffix(".py")]
    found = tuple(file for file in candidates if file.is_file())
    return found if candidates[-1] in found or candidates[-2] in found else ()
