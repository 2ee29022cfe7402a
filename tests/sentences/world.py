"""One set of inputs, what came of it, and the pages that tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from peacebrief.facts import Fact
from peacebrief.figures import Caption
from sentences.page_text import Printed, read_page


@dataclass(slots=True, kw_only=True)
class World:
    """The facts, tables and settings of a changed case, the words of its figures and its pages as HTML."""

    seed: int
    facts: dict[str, Fact]
    case: dict[str, Any]
    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    captions: Mapping[str, Caption]
    pages: dict[str, str]
    evidence: Mapping[str, Any] = field(default_factory=dict)

    def number(self, name: str) -> float:
        """The value of a fact, or its median."""
        fact = self.facts[name]
        found = fact.p50 if fact.kind == "quantiles" else fact.value
        if not isinstance(found, int | float):
            raise TypeError(f"{name} is not a number")
        return float(found)

    def words(self, name: str) -> str:
        """The words of a fact."""
        return str(self.facts[name].value)

    def ends(self, name: str) -> tuple[float, float]:
        """The ends of a range."""
        fact = self.facts[name]
        if fact.p5 is None or fact.p95 is None:
            raise TypeError(f"{name} is not a range")
        return fact.p5, fact.p95

    @property
    def options(self) -> dict[str, Mapping[str, Any]]:
        """The options by their ids, in the order of the case."""
        return {str(row["id"]): row for row in self.tables["options"]}

    @property
    def postures(self) -> list[str]:
        """The postures, from the easiest to the hardest."""
        return list(self.case["logistics"]["postures"])

    def phrase(self, posture: str) -> str:
        """A posture as it stands in a sentence."""
        return str(self.case["logistics"]["postures"][posture]["phrase"])

    def planned(self, option: str) -> str:
        """Option and level as planned, as they stand in the name of a fact."""
        return f"{option}.{self.options[option]['support_level']}"


@dataclass(slots=True)
class Page:
    """One page of a world as text: a line for each block, facts as `⟦name=text⟧`."""

    name: str
    world: World
    text: str
    printed: list[Printed]

    @classmethod
    def of(cls, world: World, name: str) -> Page:
        """The page called `name`; `figures` has the words of every figure, a line for each part."""
        if name == "figures":
            lines = (f"{figure} {part}: {words}" for figure, caption in world.captions.items()
                     for part, words in caption.as_record().items())  # fmt: skip
            return cls(name, world, "\n".join(lines), [])
        return cls(name, world, *read_page(world.pages[name]))

    @classmethod
    def all_of(cls, world: World) -> list[Page]:
        """Every page of a world, that of the figures included."""
        return [cls.of(world, name) for name in (*world.pages, "figures")]
