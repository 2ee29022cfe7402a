"""Which files of the package a command is made of, so that a rule re-runs when one of them changes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parents[1]
# Import statements at any depth. Parsing every file for them would cost each start of the workflow a tenth of a second;
# a word too many, from a comment or a docstring, names no module and is dropped.
IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<dots>\.*)(?P<parent>[\w.]*)[ \t]+import[ \t]+(?P<names>\([^)]*\)|.*)"
    r"|import[ \t]+(?P<modules>.*))",
    re.MULTILINE,
)
WORD = re.compile(r"[\w.]+")


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
    statements = IMPORT.finditer(file.read_text(encoding="utf-8"))
    return frozenset(found for statement in statements for name in _names(statement, file) for found in _files(name))


def _names(statement: re.Match[str], file: Path) -> list[str]:
    """What the statement may load: `from a import b` names the module a and perhaps the module a.b."""
    if statement["modules"]:
        return WORD.findall(statement["modules"])
    level = len(statement["dots"])
    folder = (PACKAGE.name, *file.relative_to(PACKAGE).parts[:-1])
    start = folder[: len(folder) + 1 - level] if level else ()
    parent = ".".join([*start, *([statement["parent"]] if statement["parent"] else [])])
    return [parent, *(f"{parent}.{name}" for name in WORD.findall(statement["names"]))]


@cache
def _files(name: str) -> tuple[Path, ...]:
    """The file of a module and the `__init__` files of the packages around it; empty for what is not ours."""
    known, parts = _modules(), name.split(".")
    around = (".".join(parts[:depth]) for depth in range(1, len(parts) + 1))
    return tuple(known[module] for module in around if module in known) if name in known else ()


@cache
def _modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    files = ((file, file.relative_to(PACKAGE.parent).with_suffix("").parts) for file in PACKAGE.rglob("*.py"))
    return {".".join(parts).removesuffix(".__init__"): file for file, parts in files}
