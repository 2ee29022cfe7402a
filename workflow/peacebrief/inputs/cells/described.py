"""What a row and each of its columns hold, in the words that stand below them in the row models.

pydantic could read these words itself, but reads the text of every model at every start, which each command would wait
a fifth of a second for: they are read here when somebody asks.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_args, get_origin

from peacebrief.inputs.cells.row import Row


def descriptions(model: type[Row]) -> dict[str, str]:
    """What each field of `model` holds; an empty text where nobody has said it."""
    found: dict[str, str] = {}
    for kind in reversed(model.__mro__):
        if issubclass(kind, Row):
            # A column that a model declares anew has to be described anew.
            found |= _said_in(kind.__module__).get(kind.__name__, {})
    return {name: found.get(name, "") for name in model.model_fields}


def row_description(model: type[Row]) -> str:
    """What a row of `model` is."""
    return " ".join((model.__doc__ or "").split())


def nested(annotation: Any) -> type[Row] | None:
    """The model of what is written below a name of a YAML file, directly, in a list, or under names of their own."""
    if get_origin(annotation) is None and isinstance(annotation, type) and issubclass(annotation, Row):
        return annotation
    return next((found for part in get_args(annotation) if (found := nested(part)) is not None), None)


@cache
def _said_in(module: str) -> dict[str, dict[str, str]]:
    """The words below each field, by class, of one module."""
    source = sys.modules[module].__file__
    if source is None:
        return {}
    tree = ast.parse(Path(source).read_text(encoding="utf-8"))
    return {node.name: dict(_said(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _said(model: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement, below in zip(model.body, [*model.body[1:], ast.Pass()], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, " ".join(cleandoc(_text(below)).split())


def _text(statement: ast.stmt) -> str:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""
