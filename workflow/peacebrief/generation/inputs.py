"""What the stage is given: the resolved inputs of one case, typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peacebrief.generation.polls import Poll
from peacebrief.generation.rows import (
    Member,
    Option,
    PositionChance,
    Requirement,
    State,
    member_of,
    option_of,
    poll_of,
    position_chance_of,
    requirement_of,
    state_of,
    strength_of,
)
from peacebrief.generation.strength_trend import Strength
from peacebrief.uncertainty import Quantity, Tie

Record = Mapping[str, Any]
# Comparators whose names hold this count the soldiers of an army.
ARMY = "_army_"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationInputs:
    """Everything the stage reads, and nothing else.

    `largest_size` and `size_step` (persons) are those of the supply curve, `force_sizes` the sizes that have facts of
    their own, `likely` the chance from which a contributor is counted on. Recruiting is asked to close a gap in
    `closing_years`, and after `longest_wait` (years) it never does. Polls and strengths come with the rows they were
    read from; `known_armies` are the comparators that count an army (persons).
    """

    seed: int
    draws: int
    us_levels: tuple[str, ...]
    largest_size: int
    size_step: int
    likely: float
    closing_years: int
    longest_wait: int
    force_sizes: tuple[float, ...]
    quantities: tuple[Quantity, ...]
    ties: Mapping[str, Tie]
    options: tuple[Option, ...]
    states: Mapping[str, State]
    members: tuple[Member, ...]
    position_chances: tuple[PositionChance, ...]
    requirements: tuple[Requirement, ...]
    polls: tuple[tuple[Poll, str], ...]
    strengths: tuple[tuple[str, Strength, str], ...]
    known_armies: Mapping[str, float]

    @classmethod
    def from_record(cls, record: Record) -> GenerationInputs:
        """The inputs that a case resolves to for this stage. Raises ValueError where an army is unknown."""
        settings = record["generation"]
        states = [state_of(row) for row in record["contributors"]]
        return cls(
            seed=int(record["seed"]),
            draws=int(record["draws"]),
            us_levels=tuple(record["us_levels"]),
            largest_size=int(settings["largest_size"]),
            size_step=int(settings["size_step"]),
            likely=float(settings["likely"]),
            closing_years=int(settings["closing_years"]),
            longest_wait=int(settings["longest_wait"]),
            force_sizes=tuple(float(size) for size in record["force_sizes"]),
            quantities=tuple(Quantity.from_record(row) for row in record["quantities"]),
            ties={row["quantity"]: Tie.from_record(row) for row in record["correlations"]},
            options=tuple(option_of(row) for row in record["options"]),
            states={state.id: state for state in states if state is not None},
            members=tuple(member_of(row) for row in record["option_contributors"]),
            position_chances=tuple(position_chance_of(row) for row in record["position_chances"]),
            requirements=tuple(requirement_of(row) for row in record["option_requirements"]),
            polls=tuple((poll, str(row["origin"])) for row in record["polls"] if (poll := poll_of(row))),
            strengths=tuple(strength_of(row) for row in record["army_strengths"]),
            known_armies={row["id"]: float(row["value"]) for row in record["comparators"] if ARMY in row["id"]},
        )

    def quantity(self, name: str) -> Quantity:
        """The assumption called `name`. Raises ValueError where there is none."""
        for quantity in self.quantities:
            if quantity.id == name:
                return quantity
        raise ValueError(f"the calculation needs {name}, which the inputs do not give")

    def members_of(self, option: str) -> tuple[Member, ...]:
        """Who may send troops under an option, in the order of names."""
        found = (member for member in self.members if member.option == option)
        return tuple(sorted(found, key=lambda member: member.contributor))
