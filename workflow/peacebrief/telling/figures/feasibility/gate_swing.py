"""The swings of the tornado: how the chance of each failing gate follows one driver, and which of them are shown."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.telling.figures.reading import cell, planned_rows
from peacebrief.telling.saying.known import Known, Record

# ASSUME: the tornado shows three drivers of each option: for each failing gate, weakest first, one that opens it
# within its range where there is any, else the one over whose range the chance moves most; drivers not yet shown come
# first.
PER_OPTION = 3
JUDGED = "gate_chance."


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """How the chance of a failing gate follows one driver.

    `low` and `high` are the chances at the two ends of the driver's range, `now` the one found;
    `central` and `needed` are values of the driver, `needed` None where no value is enough; `reachable` says that it
    lies within its range.
    """

    option: str
    gate: str
    driver: str
    label: str
    unit: str
    now: float
    low: float
    high: float
    central: float
    needed: float | None
    reachable: bool

    @property
    def judged(self) -> bool:
        """Whether the driver is the judged chance itself, which conditions move and no other driver."""
        return self.driver.startswith(JUDGED)

    @property
    def opens(self) -> bool:
        """Whether the driver alone, within its range, brings the gate to where it passes; a judged chance is none."""
        return self.reachable and not self.judged

    @property
    def reach(self) -> float:
        """How far the chance moves over the range of the driver."""
        return max(self.low, self.high, self.now) - min(self.low, self.high, self.now)


def swings(known: Known) -> dict[str, list[Swing]]:
    """The swings shown for each option as planned, those of the weakest gate first; without options that have none."""
    return {option: _chosen(own) for option, own in all_swings(known).items()}


def _swing(known: Known, option: str, row: Record) -> Swing:
    gate = str(row["target"])
    return Swing(
        option=option,
        gate=gate,
        driver=str(row["driver"]),
        label=str(row["label"]),
        unit=str(row["unit"]),
        now=known.number(f"feasibility.gate.{gate}.{option}.{row['support_level']}"),
        low=cell(row, "p_low") or 0.0,
        high=cell(row, "p_high") or 0.0,
        central=cell(row, "today") or 0.0,
        needed=cell(row, "switching"),
        reachable=str(row["reachable"]) in {"True", "1"},
    )


def all_swings(known: Known) -> dict[str, list[Swing]]:
    """Every swing of each option as planned."""
    found = {
        option: [_swing(known, option, row) for row in rows if row["kind"] == "gate" and cell(row, "p_low") is not None]
        for option, rows in planned_rows(known, "switches").items()
    }
    return {option: own for option, own in found.items() if own}


def _chosen(own: list[Swing]) -> list[Swing]:
    """The swings that are shown: one of each failing gate, then the strongest of the others."""
    shown: list[Swing] = []
    chances = {swing.gate: swing.now for swing in own}
    openable = {swing.gate for swing in own if swing.opens}
    # Where there are more failing gates than rows, one that a driver can open is always among them.
    gates_shown = sorted(chances, key=lambda gate: (chances[gate], gate))
    kept = gates_shown[:PER_OPTION]
    if openable and not openable & set(kept):
        kept[-1] = next(gate for gate in gates_shown if gate in openable)
    for gate in kept:
        used = {swing.driver for swing in shown}
        at_gate = [swing for swing in own if swing.gate == gate]
        shown.append(min(at_gate, key=lambda one: (not one.opens, one.driver in used, -one.reach, one.driver)))
    rest = sorted((one for one in own if one not in shown), key=lambda one: (-one.reach, one.gate, one.driver))
    shown += rest[: PER_OPTION - len(shown)]
    return sorted(shown, key=lambda one: (one.now, one.gate, -one.reach, one.driver))
