"""The rows of the tables that the stage reads, typed; `origin` is the row that a fact names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.generation.polls import Poll
from peacebrief.generation.strength_trend import Strength

Record = Mapping[str, Any]
Span = tuple[float, float, float]
LEVELS = ("low", "central", "high")
NOT_GIVEN = (None, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A way to lead the mission: its size (persons), the US level it was planned with, and the leads it needs."""

    id: str
    label: str
    size: float
    us_level: str
    framework_needed: int
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state that could send troops: its army (persons), what its government says, and its brigades (low to high)."""

    id: str
    country: str
    army: float
    position: str
    brigades: Span
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A state as a contributor to one option; `position` is empty where the state's own holds.

    `most` is the most it would send (persons), however large its army; None where only the army sets a limit.
    """

    option: str
    contributor: str
    position: str
    framework: bool
    most: float | None
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionChance:
    """The probability that a position leads to troops, at one level of United States support."""

    position: str
    us_level: str
    span: Span
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """The share of an option's size that has to be of one type of force."""

    option: str
    force_type: str
    share: float
    origin: str


def option_of(row: Record) -> Option:
    """The option of a row; its size is the central one."""
    # ASSUME: an option is judged at its published central size; other sizes are read off the supply curve.
    return Option(
        id=str(row["id"]),
        label=str(row["label"]),
        size=float(row["force_central"]),
        us_level=str(row["us_level"]),
        framework_needed=int(row["framework_needed"]),
        origin=str(row["origin"]),
    )


def state_of(row: Record) -> State | None:
    """The state of a row, None where its army is unknown."""
    # ASSUME: where trained soldiers are published they are the army that troops are drawn from, otherwise all active
    # soldiers are, recruits under training included.
    army = next((row[name] for name in ("army_trained", "army_active") if row.get(name) not in NOT_GIVEN), None)
    if army is None:
        return None
    words = {name: str(row[name]) for name in ("id", "country", "position", "origin")}
    return State(**words, army=float(army), brigades=_span(row, "brigades"))


def member_of(row: Record) -> Member:
    """The membership of a row."""
    words = {name: str(row.get(name) or "") for name in ("option", "contributor", "position", "origin")}
    most = None if row.get("most") in NOT_GIVEN else float(row["most"])
    return Member(**words, framework=bool(int(row.get("framework") or 0)), most=most)


def position_chance_of(row: Record) -> PositionChance:
    """The probability of a row."""
    words = {name: str(row[name]) for name in ("position", "us_level", "origin")}
    return PositionChance(**words, span=_span(row))


def requirement_of(row: Record) -> Requirement:
    """The required share of a row."""
    words = {name: str(row[name]) for name in ("option", "force_type", "origin")}
    return Requirement(**words, share=float(row["share"]))


def poll_of(row: Record) -> Poll | None:
    """The poll of a row, None where the share in support was not published."""
    if row.get("support") in NOT_GIVEN:
        return None
    words = {"id": row["id"], "country": row["contributor"], "group": row["comparable_group"], "house": row["pollster"]}
    return Poll(
        **{name: str(word) for name, word in words.items()},
        support=float(row["support"]),
        opposed=None if row.get("oppose") in NOT_GIVEN else float(row["oppose"]),
        sample=None if row.get("sample") in NOT_GIVEN else int(row["sample"]),
    )


def strength_of(row: Record) -> tuple[str, Strength, str]:
    """The contributor of a row, the strength counted, and the row itself."""
    strength = Strength(
        country=str(row["country"]), year=int(row["year"]), persons=float(row["persons"]), series=str(row["series"])
    )
    return str(row["contributor"]), strength, str(row["origin"])


def _span(row: Record, column: str = "") -> Span:
    low, central, high = (float(row[f"{column}_{level}" if column else level] or 0) for level in LEVELS)
    return low, central, high
