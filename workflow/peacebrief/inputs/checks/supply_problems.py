"""Whether consumption, vehicles and options fit the postures of the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.cells.row import Row
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.reading.table import Table
from peacebrief.inputs.tables.upkeep import A_DAY, A_MONTH, SupplyClass

SAME, SAME_OF_ANCHOR = ("unit", "supply_class", "label"), ("label", "in_sentence", "independent")


def supply_problems(tables: Tables, settings: CaseSettings, *, case_file: str) -> Iterator[Problem]:
    """Postures without consumption, items that change their nature, carriers, countries and postures unknown."""
    postures = list(settings.logistics.postures)
    yield from _posture_problems(tables, postures)
    yield from _same_problems(tables.consumption, "item", "posture", SAME)
    yield from _class_problems(tables)
    yield from _anchor_problems(tables)
    yield from _carrier_problems(tables, settings, case_file)
    yield from _expected_problems(tables, settings, case_file)
    yield from _option_problems(tables, postures)


def _option_problems(tables: Tables, postures: list[str]) -> Iterator[Problem]:
    """Postures of options that the case has not got, and a fight calmer than the plan."""
    for index, row in tables.options.located():
        unknown = {name for name in ("posture", "fighting_posture") if getattr(row, name) not in postures}
        for name in sorted(unknown):
            cell = getattr(row, name)
            message = f"{shown(cell)} is not a posture of the case; {did_you_mean(cell, postures)}"
            yield tables.options.at(index, name, message)
        if not unknown and postures.index(row.fighting_posture) < postures.index(row.posture):
            message = (
                f"{row.fighting_posture} is calmer than {row.posture}, the posture of the plan; write {row.posture}"
            )
            yield tables.options.at(index, "fighting_posture", f"{message} or a harder one.")


def _carrier_problems(tables: Tables, settings: CaseSettings, case_file: str) -> Iterator[Problem]:
    known = tables.vehicles.values("id")
    for use, vehicle in settings.logistics.carriers if tables.vehicles.complete else ():
        if vehicle not in known:
            message = f"{shown(vehicle)} is not in vehicles.csv; {did_you_mean(vehicle, known)}"
            yield Problem(file=case_file, column=f"logistics.carriers.{use}", value=vehicle, message=message)


def _expected_problems(tables: Tables, settings: CaseSettings, case_file: str) -> Iterator[Problem]:
    expected = settings.logistics.expected
    if expected is None or not all_read(tables.corridors):
        return
    known = {row.country for row in tables.corridors.rows if row.country and not row.inside}
    for column, codes in (("worst_pair", expected.worst_pair), ("replaceable", [expected.replaceable])):
        for code in (code for code in codes if code not in known):
            message = f"{shown(code)} is the country of no corridor; {did_you_mean(code, known)}"
            yield Problem(file=case_file, column=f"logistics.expected.{column}", value=code, message=message)


def _posture_problems(tables: Tables, postures: list[str]) -> Iterator[Problem]:
    table = tables.consumption
    if not table.complete:
        return
    given = {(cells.get("item", "").strip(), cells.get("posture", "").strip()) for cells in table.cells}
    items = sorted(table.values("item"))
    for posture in postures:
        missing = [item for item in items if (item, posture) not in given]
        if len(missing) == len(items):
            message = f"no row has the posture {posture}, which case.yaml names; add a row for each item."
            yield Problem(file=table.file, column="posture", value=posture, message=message)
            continue
        for item in missing:
            message = f"there is no row for the posture {posture}; add it."
            yield Problem(file=table.file, label=item, column="posture", value=posture, message=message)


def _same_problems(table: Table[Any], one: str, part: str, columns: Sequence[str]) -> Iterator[Problem]:
    """Rows of `one` that differ from its first in what is the same of all its parts."""
    first: dict[str, Row] = {}
    for index, row in table.located():
        if not row.sound():
            continue
        known = first.setdefault(getattr(row, one), row)
        for column in columns:
            if getattr(row, column) != getattr(known, column):
                message = f"{shown(getattr(row, column))} differs from {shown(getattr(known, column))} for the {part}"
                yield table.at(index, column, f"{message} {getattr(known, part)}; write the same for all.")


def _anchor_problems(tables: Tables) -> Iterator[Problem]:
    """Published rates that are called by two names, and amounts a day of which a part is missing."""
    table = tables.consumption_anchors
    yield from _same_problems(table, "anchor", "item", SAME_OF_ANCHOR)
    if not all_read(table):
        return
    for anchor in dict.fromkeys(row.anchor for row in table.rows):
        given = {(row.item, row.unit) for row in table.rows if row.anchor == anchor}
        if not given <= A_MONTH:
            for item, unit in sorted(A_DAY - given):
                message = f"no row of the anchor {anchor} has the item {item} in {unit}; add it."
                yield Problem(file=table.file, label=anchor, column="item", value=item, message=message)


def _class_problems(tables: Tables) -> Iterator[Problem]:
    table = tables.consumption
    if table.complete:
        for name in sorted(set(get_args(SupplyClass)) - table.values("supply_class")):
            message = f"no item is of the class {name}; add one, or correct the class of another."
            yield Problem(file=table.file, column="supply_class", value=name, message=message)
