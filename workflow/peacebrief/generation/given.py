"""What the stage is given: the resolved inputs of one case and the rows of its tables, typed.

`origin` is the row that a fact names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peacebrief.generation.growth.strength_trend import Strength
from peacebrief.generation.support.comparable_poll import Poll
from peacebrief.generation.sustained.deployment_record import StateYear
from peacebrief.reasoning.attitude import ties_of
from peacebrief.reasoning.record import Row
from peacebrief.reasoning.wording import country_in_sentence
from peacebrief.uncertainty import Quantity, Tie

Span = tuple[float, float, float]
LEVELS = ("low", "central", "high")
NOT_GIVEN = (None, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationInputs:
    """Everything the stage reads, and nothing else.

    `largest_size` and `size_step` (persons) are those of the supply curve, `force_sizes` the sizes that have facts of
    their own, `supply_sizes` those that supply is told for under each model, `likely` the chance from which a
    contributor is counted on. Polls and strengths come with the rows they were read from; `patron` is whose support the
    levels are of, `compared` the state whose contribution is set beside its army, empty where there is none.
    `sustained` is what states have kept deployed, `commitments` what they do at present.
    """

    seed: int
    draws: int
    patron: str
    support_levels: tuple[str, ...]
    largest_size: int
    size_step: int
    likely: float
    supply_sizes: tuple[float, ...]
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
    sustained: tuple[StateYear, ...]
    commitments: tuple[Commitment, ...]
    compared: str

    @classmethod
    def from_record(cls, record: Row) -> GenerationInputs:
        """The inputs that a case resolves to for this stage. Raises ValueError where an army is unknown."""
        settings = record["generation"]
        states = [state_of(row) for row in record["contributors"]]
        quantities = tuple(Quantity.from_record(row) for row in record["quantities"])
        return cls(
            seed=int(record["seed"]),
            draws=int(record["draws"]),
            patron=str((record["called"].get("patron") or {}).get("label", "")),
            support_levels=tuple(record["support_levels"]),
            largest_size=int(settings["largest_size"]),
            size_step=int(settings["size_step"]),
            likely=float(settings["likely"]),
            supply_sizes=tuple(float(size) for size in settings["supply_sizes"]),
            force_sizes=tuple(float(size) for size in record["force_sizes"]),
            quantities=quantities,
            ties=ties_of(record, quantities, contributors=[state.id for state in states if state is not None]),
            options=tuple(option_of(row) for row in record["options"]),
            states={state.id: state for state in states if state is not None},
            members=tuple(member_of(row) for row in record["option_contributors"]),
            position_chances=tuple(position_chance_of(row) for row in record["position_chances"]),
            requirements=tuple(requirement_of(row) for row in record["option_requirements"]),
            polls=tuple((poll, str(row["origin"])) for row in record["polls"] if (poll := poll_of(row))),
            strengths=tuple(strength_of(row) for row in record["army_strengths"]),
            sustained=tuple(StateYear.from_row(row) for row in record["sustained_deployments"]),
            commitments=tuple(commitment_of(row) for row in record["commitments"]),
            compared=str(record["called"].get("compared_army", {}).get("contributor", "")),
        )

    def quantity(self, name: str) -> Quantity:
        """The assumption called `name`. Raises ValueError where there is none."""
        for quantity in self.quantities:
            if quantity.id == name:
                return quantity
        raise ValueError(f"the calculation needs {name}, which the inputs do not give")

    def committed(self, contributor: str) -> tuple[Commitment, ...]:
        """What a contributor has bound elsewhere, in the order of the rows' names."""
        found = (row for row in self.commitments if row.contributor == contributor)
        return tuple(sorted(found, key=lambda row: row.origin))

    def bound(self, contributor: str) -> float:
        """The troops (persons) that a contributor has bound elsewhere."""
        return float(sum(row.troops for row in self.committed(contributor)))

    def members_of(self, option: str) -> tuple[Member, ...]:
        """Who may send troops under an option, in the order of names."""
        found = (member for member in self.members if member.option == option)
        return tuple(sorted(found, key=lambda member: member.contributor))


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A way to lead the mission: its size (persons), the level it was planned with, and the leads it needs."""

    id: str
    label: str
    size: float
    support_level: str
    framework_needed: int
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state that could send troops: its army (persons), what its government says, and its brigades (low to high).

    `counted` is its army as the record of sustained deployments counts one, those in training included (persons), and
    `kind` how it is filled; `brigades` is None where nobody has counted them.
    """

    id: str
    country: str
    army: float
    counted: float
    kind: str
    position: str
    brigades: Span | None
    origin: str

    @property
    def label(self) -> str:
        """What a sentence calls it."""
        return country_in_sentence(self.country)


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
class Commitment:
    """Troops (persons) that a contributor has bound elsewhere."""

    contributor: str
    troops: float
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionChance:
    """The probability that a position leads to troops, at one level of support."""

    position: str
    support_level: str
    span: Span
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """The share of an option's size that has to be of one type of force."""

    option: str
    force_type: str
    share: float
    origin: str


def option_of(row: Row) -> Option:
    """The option of a row; its size is the central one."""
    # ASSUME: an option is judged at its published central size; other sizes are read off the supply curve.
    return Option(
        id=str(row["id"]),
        label=str(row["label"]),
        size=float(row["force_central"]),
        support_level=str(row["support_level"]),
        framework_needed=int(row["framework_needed"]),
        origin=str(row["origin"]),
    )


def state_of(row: Row) -> State | None:
    """The state of a row, None where its army is unknown."""
    # ASSUME: where trained soldiers are published they are the army that a share tied up is measured against, otherwise
    # all active soldiers are. The share kept deployed is of all active soldiers, as it is in the record.
    army = next((row[name] for name in ("army_trained", "army_active") if row.get(name) not in NOT_GIVEN), None)
    if army is None:
        return None
    words = {name: str(row[name]) for name in ("id", "country", "position", "origin")}
    counted = army if row.get("army_active") in NOT_GIVEN else row["army_active"]
    brigades = None if row.get("brigades_central") in NOT_GIVEN else _span(row, "brigades")
    return State(**words, army=float(army), counted=float(counted), kind=str(row["army_kind"]), brigades=brigades)


def member_of(row: Row) -> Member:
    """The membership of a row."""
    words = {name: str(row.get(name) or "") for name in ("option", "contributor", "position", "origin")}
    most = None if row.get("most") in NOT_GIVEN else float(row["most"])
    if most is not None and most < 0:
        raise ValueError(f"{words['contributor']}: a most of {most:g} troops is below nought")
    return Member(**words, framework=bool(int(row.get("framework") or 0)), most=most)


def commitment_of(row: Row) -> Commitment:
    """The commitment of a row. Raises ValueError where it binds fewer than nobody."""
    troops = float(row["troops"])
    if troops < 0:
        raise ValueError(f"{row['contributor']}: {troops:g} troops bound elsewhere are below nought")
    return Commitment(contributor=str(row["contributor"]), troops=troops, origin=str(row["origin"]))


def position_chance_of(row: Row) -> PositionChance:
    """The probability of a row."""
    words = {name: str(row[name]) for name in ("position", "support_level", "origin")}
    return PositionChance(**words, span=_span(row))


def requirement_of(row: Row) -> Requirement:
    """The required share of a row."""
    words = {name: str(row[name]) for name in ("option", "force_type", "origin")}
    return Requirement(**words, share=float(row["share"]))


def poll_of(row: Row) -> Poll | None:
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


def strength_of(row: Row) -> tuple[str, Strength, str]:
    """The contributor of a row, the strength counted, and the row itself."""
    strength = Strength(
        country=str(row["country"]), year=int(row["year"]), persons=float(row["persons"]), series=str(row["series"])
    )
    return str(row["contributor"]), strength, str(row["origin"])


def _span(row: Row, column: str = "") -> Span:
    low, central, high = (float(row[f"{column}_{level}" if column else level]) for level in LEVELS)
    return low, central, high
