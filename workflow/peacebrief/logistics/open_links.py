"""Which links may be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]


def is_set(cell: object) -> bool:
    """Whether a cell of ones and zeros is one; an empty one is not. Raises ValueError for anything else."""
    return bool(int(str(cell or 0)))


def open_links(record: Row) -> list[Row]:
    """The rows of `record["links"]` that an analyst has not closed."""
    return [link for link in record["links"] if is_set(link["open"])]
