"""Contributors and the force asked of them, in whole persons, as the allocation sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

# ASSUME: rotation ratios are read to a thousandth, so that shares of armies are compared as exact fractions.
FINEST_RATIO = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """One state.

    `army` is the strength that the share tied up is measured against and `ratio` the soldiers in the pool for each one
    deployed. `deployable` is the most it keeps deployed over all types, `limits` the most of each force type, and
    `minimums` the smallest contingent of a type that is of use; a type left out has limit, or minimum, zero. Raises
    ValueError for an army of none, a ratio below one and a negative number.
    """

    name: str
    army: int
    ratio: float
    deployable: int
    limits: Mapping[str, int]
    minimums: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.army <= 0:
            raise ValueError(f"{self.name}: the strength of the army must be above zero, not {self.army}")
        if not self.ratio >= 1:
            raise ValueError(f"{self.name}: the rotation ratio must be one or more, not {self.ratio:g}")
        if min([self.deployable, *self.limits.values(), *self.minimums.values()]) < 0:
            raise ValueError(f"{self.name}: limits and smallest contingents must be zero or more")

    def exact_ratio(self) -> Fraction:
        """The rotation ratio as a fraction."""
        return Fraction(self.ratio).limit_denominator(FINEST_RATIO)

    def weight(self) -> Fraction:
        """Troops deployed that tie up the whole army: load divided by this is the share tied up."""
        return self.army / self.exact_ratio()

    def limit(self, force_type: str) -> int:
        """The most of a type that it can send, none where that is below the smallest contingent."""
        most = min(self.limits.get(force_type, 0), self.deployable)
        return most if most >= self.minimums.get(force_type, 0) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """At least `needed` of `nations` each send `minimum` or more troops of `force_type`, or there is no force."""

    nations: tuple[str, ...]
    needed: int
    force_type: str
    minimum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The force asked for by type, and who may send it; rows are kept in the order of names.

    Raises ValueError for a name given twice, a negative requirement, a framework nation that is no contributor, a
    framework of nobody and a framework type that is not required.
    """

    contributors: tuple[Contributor, ...]
    requirement: Mapping[str, int]
    framework: Framework | None = None

    def __post_init__(self) -> None:
        names = [one.name for one in self.contributors]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the contributor {name} is given more than once")
        for force_type, troops in self.requirement.items():
            if troops < 0:
                raise ValueError(f"the requirement of {force_type} must be zero or more, not {troops}")
        if self.framework is not None:
            for nation in self.framework.nations:
                if nation not in names:
                    raise ValueError(f"the framework nation {nation} is no contributor")
            if min(self.framework.needed, self.framework.minimum) < 1:
                raise ValueError("a framework needs at least one nation, and one soldier from it")
            if self.framework.force_type not in self.requirement:
                raise ValueError(f"the framework nations lead {self.framework.force_type}, which is not required")

    def sorted(self) -> Task:
        """The same task with rows and types in the order of names, so that their order in a file cannot matter."""
        return Task(
            contributors=tuple(sorted(self.contributors, key=lambda one: one.name)),
            requirement=dict(sorted(self.requirement.items())),
            framework=self.framework,
        )
