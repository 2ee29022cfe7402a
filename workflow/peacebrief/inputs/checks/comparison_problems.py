"""Whether every judged chance says what was counted beside it, and why it lies where it does."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.counting.comparator import Compared, Judged, compared, judged_chances, speaks_of
from peacebrief.counting.rate import EVENT
from peacebrief.inputs.cells.problem import Problem, did_you_mean, shown
from peacebrief.inputs.checks.network.network_problems import all_read
from peacebrief.inputs.checks.row_keys import unknown_names
from peacebrief.inputs.reading.case_tables import Tables
from peacebrief.inputs.tables.prospects.comparison import TIED

JUDGED = ("risks", "gate_chances", "position_chances", "carry_over", "risk_chances")


def comparison_problems(tables: Tables) -> Iterator[Problem]:
    """Unknown rates and judged chances, a chance that no row or two are about, one that lies apart and says not why.

    A case without the table compares nothing, and nothing is asked of it.
    """
    yield from unknown_names(tables.comparisons, "base_rate", tables.base_rates)
    yield from unknown_names(tables.weak_legs, "base_rate", tables.base_rates)
    if not tables.comparisons.rows or not all_read(tables.comparisons, *(getattr(tables, name) for name in JUDGED)):
        return
    plain = {name: [row.model_dump() for row in getattr(tables, name).rows] for name in JUDGED}
    plain["comparisons"] = [row.model_dump() | {"place": index} for index, row in tables.comparisons.located()]
    plain["base_rates"] = [row.model_dump() for row in tables.base_rates.rows if row.sound()]
    judged = judged_chances(plain)
    yield from _coverage_problems(tables, judged)
    yield from _kind_problems(tables)
    yield from _distance_problems(tables, list(compared(plain)))


def base_rate_problems(tables: Tables) -> Iterator[Problem]:
    """Models of the base rate of a rate that is not there, or without the time that its cases were watched for."""
    table, rates = tables.base_rate_models, {row.id: row for row in tables.base_rates.rows}
    yield from unknown_names(table, "base_rate", tables.base_rates)
    for index, row in table.located():
        rate = rates.get(row.base_rate)
        if rate and (rate.months is None) == (row.watched_central is None):
            remedy = "write the years in watched" if rate.months is None else "leave watched empty"
            state = "no" if rate.months is None else "its own"
            yield table.at(index, "watched_central", f"{row.base_rate} has {state} months in base_rates.csv; {remedy}.")
    if all_read(table, tables.dose_forms, tables.peacekeeping_effects):
        for rows, named in ((table.rows, table), (tables.dose_forms.rows, tables.dose_forms)):
            if not rows:
                yield Problem(file=named.file, message="the table has no row; add one.")
        if not any(row.pooled for row in tables.peacekeeping_effects.rows):
            message = "no estimate is pooled; write 1 in pooled where an interval is known."
            yield Problem(file=tables.peacekeeping_effects.file, column="pooled", message=message)


def _coverage_problems(tables: Tables, judged: list[Judged]) -> Iterator[Problem]:
    table, about = tables.comparisons, [row.model_dump() for row in tables.comparisons.rows]
    for index, row in table.located():
        if not any(speaks_of(about[index], one) for one in judged):
            known = [one.key for one in judged if one.table == row.table]
            called = row.row_key().partition("/")[2]
            yield table.at(
                index, "subject", f"{shown(called)} is no row of {row.table}.csv; {did_you_mean(called, known)}"
            )
    for one in judged:
        told = [table.numbers[index] for index, row in enumerate(about) if speaks_of(row, one)]
        label = f"{one.table}.csv, {one.key}"
        if not told:
            message = "no row is about this judged chance; add one, with none and the reason where nothing was counted."
            yield Problem(file=table.file, label=label, message=message)
        elif len(told) > 1:
            message = f"rows {' and '.join(map(str, told))} are about the same judged chance; keep one of them."
            yield Problem(file=table.file, label=label, message=message)


def _kind_problems(tables: Tables) -> Iterator[Problem]:
    kinds = {row.id: row.kind for row in tables.base_rates.rows}
    for index, row in tables.comparisons.located():
        kind = kinds.get(row.base_rate, EVENT)
        if row.reading in TIED and kind != EVENT:
            message = f"{row.base_rate} is a share of {kind} and no chance; write beside in reading, or another rate."
            yield tables.comparisons.at(index, "reading", message)


def _distance_problems(tables: Tables, found: list[Compared]) -> Iterator[Problem]:
    """The first judged chance of each row that lies outside the interval where nothing explains it."""
    unexplained = {
        one.comparison["place"]: one for one in reversed(found) if one.outside and not one.comparison["explanation"]
    }
    for index, one in sorted(unexplained.items()):
        span = f"{one.rate.low:.2g} to {one.rate.high:.2g}" if one.rate else ""
        message = f"the judged {one.judged.central:g} of {one.judged.key} lies outside {span}; say in a sentence why."
        yield tables.comparisons.at(index, "explanation", message)
