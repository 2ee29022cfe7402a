"""Cells that the registers of the annex share: where a row comes from, its range, how it is known, whom it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from peacebrief.facts.basis import OF_ALL
from peacebrief.facts.rounding import percent, quantity, significant
from peacebrief.reasoning.wording import split_keys
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.options import option_row
from peacebrief.telling.saying.said import Cited, Listed, Phrase, Said, phrase

SHARES = frozenset({"probability", "share"})

Spell = Callable[[float], str]


def source(keys: str) -> Said:
    """Sources by their numbers in the list at the end; where there are none the project judged by itself."""
    return Cited(keys, "number") if split_keys(keys) else phrase("evidence_cells.own_judgement")


def basis(row: Record) -> Phrase:
    """How a row is known, and how well."""
    return phrase("evidence_cells.basis", basis=row["basis"], confidence=row["confidence"])


def how(*, judged: bool) -> Phrase:
    """Whether something was judged or worked out."""
    return phrase("evidence_cells.judged" if judged else "evidence_cells.worked_out")


def ranged(middle: float, low: float, high: float, form: Spell = quantity) -> Phrase:
    """A number with its range."""
    return phrase("evidence_cells.ranged", middle=form(middle), low=form(low), high=form(high))


def span(row: Record, column: str = "", form: Spell = quantity) -> Phrase:
    """The central number of a row with its range, from the columns low, central and high, or `column`_low and so on."""
    low, central, high = (row[f"{column}{end}"] for end in ("low", "central", "high"))
    return ranged(central, low, high, form)


def chance(row: Record, column: str = "") -> Phrase:
    """The central chance, or share, of a row with its range, in whole per cent."""
    return span(row, column, percent)


def by_unit(number: float, unit: str) -> str:
    """A measure as its unit asks for: shares in whole per cent, all others at two significant digits."""
    return percent(number) if unit in SHARES else significant(number)


def numbered(row: Record, label: str = "label") -> Phrase:
    """A row of a register by its id and its name."""
    return phrase("evidence_cells.numbered", id=row["id"], label=row[label])


def short_name(known: Known, option: str) -> str:
    """An option as it is called in a table."""
    return str(option_row(known, option)["short_label"])


def level_name(known: Known, level: str) -> Said:
    """A level of support as it is called in a table; a row without one holds for any of them."""
    return str(known.case["support_levels"][level]["label"]) if level else phrase("evidence_cells.any")


def country(known: Known, contributor: str) -> str:
    """The country of a contributor; empty where it is none of this case."""
    found = known.rows("contributors", id=contributor)
    return str(found[0]["country"]) if found else ""


def spelt(known: Known, fact: str, form: str) -> str:
    """A fact in one of its forms, as text that leads nowhere: a register is where links lead to."""
    return spell(known.fact(fact), form)


def apart(name: str) -> str:
    """An identifier as words."""
    return name.replace("_", " ")


def inline(parts: Iterable[Said]) -> Listed:
    """Ids and names side by side."""
    return Listed(list(parts), ", ")


def anchor(table: str, *keys: str) -> str:
    """The id in the page of a row of an input table, by what tells it from the others."""
    return f"row-{table}-{'/'.join(key for key in keys if key)}"


def rows_told(known: Known, table: str, *, whole: bool) -> list[Record]:
    """The rows of an input table: the `whole` of it, or those that a published number rests on.

    How many rows are known in each way rests on all of them, and is no reason to print one.
    """
    used = {origin for fact in known.facts.values() if fact.family != OF_ALL for origin in fact.because}
    return [row for row in known.tables[table] if whole or f"table:{table}.csv#{row['id']}" in used]


def grouped(rows: Iterable[Record], *columns: str) -> list[tuple[tuple[Any, ...], list[Record]]]:
    """Rows that agree in some columns, in the order of what stands there."""

    def key(row: Record) -> tuple[Any, ...]:
        return tuple(row[column] for column in columns)

    return [(shared, list(group)) for shared, group in groupby(sorted(rows, key=key), key)]


def by_cell(rows: Iterable[Record], *columns: str) -> Mapping[tuple[Any, ...], Record]:
    """Rows by what stands in some columns."""
    return {tuple(row[column] for column in columns): row for row in rows}
