"""What the stage is given: the resolved inputs of one case, typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.sizing.history.past_mission import Mission
from peacebrief.sizing.history.published_proposal import Proposal
from peacebrief.uncertainty import Quantity, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a force is for, and which tasks follow from it."""

    id: str
    label: str
    tasks: tuple[str, ...]
    proposal_class: str
    mission_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodWeight:
    """The weight of one method for one role; zero leaves it out of the ensemble, for the reason given."""

    role: str
    method: str
    weight: float
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
class SizingInputs:
    """Everything the stage reads, and nothing else."""

    seed: int
    draws: int
    roles: tuple[Role, ...]
    quantities: tuple[Quantity, ...]
    ties: Mapping[str, Tie]
    ratios: Mapping[str, Ratio]
    weights: tuple[MethodWeight, ...]
    missions: tuple[Mission, ...]
    proposals: tuple[Proposal, ...]
    contributors: tuple[Contributor, ...]
    comparators: Mapping[str, tuple[float, str]]
    comparator_labels: Mapping[str, str]
    force_sizes: tuple[float, ...]

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> SizingInputs:
        """The inputs written by `check-inputs`."""
        proposals = (Proposal.from_record(row) for row in record["proposals"])
        contributors = (_contributor(row) for row in record["contributors"])
        return cls(
            seed=int(record["seed"]),
            draws=int(record["draws"]),
            roles=tuple(_role(role, members) for role, members in record["roles"].items()),
            quantities=tuple(Quantity.from_record(row) for row in record["quantities"]),
            ties={row["quantity"]: Tie.from_record(row) for row in record["correlations"]},
            ratios={row["method"]: Ratio(family=row["family"], phrase=row["phrase"]) for row in record["ratios"]},
            weights=tuple(_weight(row) for row in record["weights"]),
            missions=tuple(Mission.from_record(row) for row in record["missions"] if row.get("strength")),
            proposals=tuple(proposal for proposal in proposals if proposal is not None),
            contributors=tuple(state for state in contributors if state is not None),
            comparators={row["id"]: (float(row["value"]), str(row["unit"])) for row in record["comparators"]},
            comparator_labels={row["id"]: str(row.get("label") or "") for row in record["comparators"]},
            force_sizes=tuple(float(size) for size in record["force_sizes"]),
        )


def slug(country: str) -> str:
    """A country as a part of an id: "United Kingdom" is `united_kingdom`."""
    return "_".join(country.lower().replace("-", " ").split())


def _role(role: str, members: Mapping[str, Any]) -> Role:
    return Role(
        id=role,
        label=str(members["label"]),
        tasks=tuple(members["tasks"]),
        proposal_class=str(members["proposal_class"]),
        mission_type=str(members["mission_type"]),
    )


def _weight(row: Mapping[str, Any]) -> MethodWeight:
    return MethodWeight(
        role=str(row["role"]),
        method=str(row["method"]),
        weight=float(row["weight"]),
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
