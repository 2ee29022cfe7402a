"""What the stage is given: the resolved inputs of one case, typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.sizing.history.past_mission import Mission
from peacebrief.uncertainty import Quantity, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a force is for, and which tasks follow from it."""

    id: str
    label: str
    tasks: tuple[str, ...]
    mission_type: str

    def contains(self, other: Role) -> bool:
        """Whether a force with this role does all that one with the other does, and is another force."""
        return self.id != other.id and set(other.tasks) <= set(self.tasks)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMethod:
    """One method beside the definition of one role: whether it fits it, and why or why not."""

    role: str
    method: str
    fits: bool
    reason: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A published ratio: to what it relates troops (`population` or `line`), and what a sentence calls it."""

    family: str
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """A state, its army (persons) and the brigades it could keep up."""

    country: str
    army: float
    low: float
    central: float
    high: float
    origin: str

    @property
    def slug(self) -> str:
        """The id of its row, as a part of other ids; the name of a country may hold any letter."""
        return self.origin.rpartition("#")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedArmy:
    """An army that a contribution is set beside: its adjective, as `label`, and the row that counts it."""

    label: str
    comparator: str

    @property
    def id(self) -> str:
        """The row that counts it, as a part of other ids."""
        return self.comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class SizingInputs:
    """Everything the stage reads, and nothing else; `compared_army` is None where the case compares none."""

    seed: int
    draws: int
    roles: tuple[Role, ...]
    quantities: tuple[Quantity, ...]
    ties: Mapping[str, Tie]
    ratios: Mapping[str, Ratio]
    methods: tuple[RoleMethod, ...]
    missions: tuple[Mission, ...]
    contributors: tuple[Contributor, ...]
    comparators: Mapping[str, tuple[float, str]]
    comparator_labels: Mapping[str, str]
    compared_army: ComparedArmy | None
    force_sizes: tuple[float, ...]

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> SizingInputs:
        """The inputs written by `check-inputs`."""
        contributors = (_contributor(row) for row in record["contributors"])
        return cls(
            seed=int(record["seed"]),
            draws=int(record["draws"]),
            roles=tuple(_role(role, members) for role, members in record["roles"].items()),
            quantities=tuple(Quantity.from_record(row) for row in record["quantities"]),
            ties={row["quantity"]: Tie.from_record(row) for row in record["correlations"]},
            ratios={row["method"]: Ratio(family=row["family"], phrase=row["phrase"]) for row in record["ratios"]},
            methods=tuple(_method(row) for row in record["methods"]),
            missions=tuple(Mission.from_record(row) for row in record["missions"] if row.get("strength")),
            contributors=tuple(state for state in contributors if state is not None),
            comparators={row["id"]: (float(row["value"]), str(row["unit"])) for row in record["comparators"]},
            comparator_labels={row["id"]: str(row.get("label") or "") for row in record["comparators"]},
            compared_army=_compared(record["called"].get("compared_army")),
            force_sizes=tuple(float(size) for size in record["force_sizes"]),
        )


def contained_roles(role: Role, roles: Iterable[Role]) -> list[Role]:
    """The roles whose tasks a role has as well, and which are other roles."""
    return [other for other in roles if role.contains(other)]


def slug(country: str) -> str:
    """A country as a part of an id: "United Kingdom" is `united_kingdom`."""
    return "_".join(country.lower().replace("-", " ").split())


def _role(role: str, members: Mapping[str, Any]) -> Role:
    return Role(
        id=role,
        label=str(members["label"]),
        tasks=tuple(members["tasks"]),
        mission_type=str(members["mission_type"]),
    )


def _compared(told: Mapping[str, str] | None) -> ComparedArmy | None:
    return ComparedArmy(label=told["adjective"], comparator=told["comparator"]) if told else None


def _method(row: Mapping[str, Any]) -> RoleMethod:
    return RoleMethod(
        role=str(row["role"]),
        method=str(row["method"]),
        fits=bool(row["fits"]),
        reason=str(row.get("reason") or ""),
        origin=str(row["origin"]),
    )


def _contributor(row: Mapping[str, Any]) -> Contributor | None:
    """The contributor; None where its army or its brigades are unknown, or it has none to send."""
    needed = [row.get(part) for part in ("army_active", "brigades_low", "brigades_central", "brigades_high")]
    if any(number in (None, "") for number in needed):
        return None
    army, low, central, high = (float(number) for number in needed if number is not None)
    if army <= 0 or high <= 0:
        return None
    origin = str(row.get("origin") or f"table:contributors.csv#{slug(str(row['country']))}")
    return Contributor(country=str(row["country"]), army=army, low=low, central=central, high=high, origin=origin)
