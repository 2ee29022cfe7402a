"""Whether consumption, vehicles and options fit the postures of the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.expected.required import VEHICLES
from peacebrief.inputs.reading.case_settings import CaseSettings
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.tables.upkeep import Consumption, SupplyClass

SAME = ("unit", "supply_class", "label")


def supply_problems(tables: Tables, settings: CaseSettings) -> Iterator[Problem]:
    """Postures without consumption, items that change their nature, vehicles missing, options of unknown posture."""
    postures = list(settings.logistics.postures)
    yield from _posture_problems(tables, postures)
    yield from _item_problems(tables)
    if tables.vehicles.complete:
        for name in sorted(set(VEHICLES) - tables.vehicles.values("id")):
            message = "no row has this id, which the model reads; add it."
            yield Problem(file=tables.vehicles.file, label=name, message=message)
    for index, row in tables.options.located():
        if row.posture not in postures:
            message = f"{shown(row.posture)} is not a posture of the case; {did_you_mean(row.posture, postures)}"
            yield tables.options.at(index, "posture", message)


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


def _item_problems(tables: Tables) -> Iterator[Problem]:
    table = tables.consumption
    first: dict[str, Consumption] = {}
    for index, row in table.located():
        if not row.sound():
            continue
        known = first.setdefault(row.item, row)
        for column in SAME:
            if getattr(row, column) != getattr(known, column):
                message = f"{shown(getattr(row, column))} differs from {shown(getattr(known, column))} for the posture"
                yield table.at(index, column, f"{message} {known.posture}; write the same for all.")
    if table.complete:
        for name in sorted(set(get_args(SupplyClass)) - table.values("supply_class")):
            message = f"no item is of the class {name}; add one, or correct the class of another."
            yield Problem(file=table.file, column="supply_class", value=name, message=message)
