"""The register of risks as it stands for each option at each level of support by the United States."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.feasibility.risk.risk_register import Register, Risk, Triple, check_links
from peacebrief.reasoning.record import Row

Scenario = tuple[str, str]  # option, level


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenarios:
    """The rows of the register, the row of chances of each risk in each scenario, and the register to draw from.

    `known_as` names, for each scenario, the scenario with the same chances that the register draws in its place.
    """

    rows: Mapping[str, Row]
    chances: Mapping[tuple[str, str, str], Row]
    register: Register
    known_as: Mapping[Scenario, str]

    @property
    def counted(self) -> tuple[str, ...]:
        """The risks that enter totals: those that are no gate as well."""
        return tuple(name for name, row in self.rows.items() if not int(row["in_gate"]))

    def of_challenge(self) -> dict[str, tuple[str, ...]]:
        """The risks of each challenge of the article."""
        names = dict.fromkeys(str(row["challenge"]) for row in self.rows.values())
        return {name: tuple(one for one, row in self.rows.items() if row["challenge"] == name) for name in names}


def scenarios(inputs: FeasibilityInputs) -> Scenarios:
    """The register of the case. Raises ValueError where a risk is linked to itself, to none, or has no chance."""
    rows = {str(row["id"]): row for row in sorted(inputs.rows("risks"), key=lambda row: str(row["id"]))}
    check_links({name: _links(row) for name, row in rows.items()})
    pairs = [(option.id, level) for option in inputs.options for level in inputs.us_levels]
    chances = {(name, *pair): _chance(inputs, name, pair) for name in rows for pair in pairs}
    drawn: dict[tuple[Triple, ...], str] = {}
    known_as = {}
    for pair in pairs:
        triples = tuple(triple(chances[(name, *pair)]) for name in rows)
        known_as[pair] = drawn.setdefault(triples, "/".join(pair))
    probability = {name: {key: triples[place] for triples, key in drawn.items()} for place, name in enumerate(rows)}
    risks = [_risk(inputs, row, probability[name]) for name, row in rows.items()]
    return Scenarios(rows=rows, chances=chances, register=Register(risks), known_as=known_as)


def triple(row: Row, column: str = "") -> Triple:
    """Low, most likely and high of a row."""
    return Triple(*(float(row[f"{column}_{part}" if column else part]) for part in ("low", "central", "high")))


def stream(risk: str) -> str:
    """What the table of correlations calls a risk."""
    return f"risk.{risk}"


def _risk(inputs: FeasibilityInputs, row: Row, probability: Mapping[str, Triple]) -> Risk:
    tie = inputs.ties.get(stream(str(row["id"])))
    return Risk(
        id=str(row["id"]),
        probability=probability,
        severity=triple(row, "impact"),
        factor=tie.factor if tie else "",
        loading=tie.loading if tie else 0.0,
    )


def _chance(inputs: FeasibilityInputs, risk: str, pair: Scenario) -> Row:
    option, level = pair
    found = inputs.row_at("risk_chances", level=level, option=option, risk=risk)
    if not found:
        raise ValueError(f"risk_chances.csv has no row for {risk} with {option} at {level}; add one")
    return found


def _links(row: Row) -> Sequence[str]:
    links = row.get("correlated_with") or ""
    return [one.strip() for one in links.split(";") if one.strip()] if isinstance(links, str) else links
