"""What would have to be true: for each gate that is not likely enough, single conditions and single drivers."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.telling.answers.verdict import FEASIBLE
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.number_forms import spell
from peacebrief.telling.saying.options import gate_chance, gate_fact, planned_level
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Phrase, Row, Said, phrase

# What turns a judged chance is that chance itself, which explains nothing.
ITSELF = "gate_chance."
JUDGED = "judged"


def rows(known: Known, option: str) -> list[Row]:
    """The gates below the chance that the rule asks for, with what would change each."""
    limit = known.case["feasibility"]["thresholds"]["feasible"]
    failing = [gate for gate in known.tables["gates"] if gate_chance(known, gate["id"], option) < limit]
    return [Row([gate["label"], given(known, option, gate["id"]), driver(known, option, gate["id"])])
            for gate in failing]  # fmt: skip


def number_alone(_: Known) -> Phrase:
    """The head of the column of drivers."""
    return phrase("failing_gates.number_alone", feasible=FEASIBLE)


def given(known: Known, option: str, gate: str) -> Said:
    """The chance of a gate under each single condition that is printed as changing it."""
    level, now = planned_level(known, option), gate_fact(known, gate, option)
    conditions = {
        f"feasibility.given.{row['id']}.{option}.{gate}": row["label"]
        for row in known.rows("conditions", option=option, gate=gate)
        if row["support_level"] in {"", level}
    }
    told = [
        phrase("failing_gates.given", chance=Number(fact, "percent"), condition=label)
        for fact, label in conditions.items()
        if known.has(fact) and _printed(known, fact) != _printed(known, now)
    ]
    return Listed(told, "; ") if told else NOTHING


def driver(known: Known, option: str, gate: str) -> Said:
    """The number that alone would open a gate: within what is thought possible, or else beyond it."""
    drivers = _drivers(known, option, gate)
    reached = [row for row in drivers if row["reachable"]]
    if reached:
        return _moved(reached)
    if drivers:
        return phrase("failing_gates.beyond", drivers=_moved(drivers))
    return NOTHING if known.row("gates", id=gate)["kind"] == JUDGED else phrase("failing_gates.no_driver")


def _drivers(known: Known, option: str, gate: str) -> list[Record]:
    """The drivers whose switching value is printed as another than that of today."""
    found = known.rows("switches", option=option, support_level=planned_level(known, option), kind="gate", target=gate)
    return [row for row in found if not row["driver"].startswith(ITSELF) and _moves(known, row)]


def _moves(known: Known, row: Record) -> bool:
    turned, today = _values(row)
    return known.has(turned) and _printed(known, turned) != _printed(known, today)


def _values(row: Record) -> tuple[str, str]:
    """The facts of the value that opens a gate, and of the value of today."""
    name = f"{row['option']}.{row['target']}.{row['driver']}"
    return f"feasibility.switch.{name}", f"feasibility.switch_today.{name}"


def _printed(known: Known, fact: str) -> str:
    return spell(known.fact(fact))


def _moved(drivers: Sequence[Record]) -> Phrase:
    """The first driver, or the first two."""
    told = [_one_moved(row) for row in drivers[:2]]
    return told[0] if len(told) == 1 else phrase("failing_gates.either", first=told[0], second=told[1])


def _one_moved(row: Record) -> Phrase:
    turned, today = _values(row)
    return phrase(
        "failing_gates.rising" if row["switching"] > row["today"] else "failing_gates.falling",
        driver=row["label"],
        today=Number(today),
        turned=Number(turned),
    )
