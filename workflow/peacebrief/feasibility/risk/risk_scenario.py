"""The register of risks as it stands for each option at each level of support."""

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

    `consequences` has the row of each risk and toll. `known_as` names, for each scenario, the scenario with the same
    chances that the register draws in its place.
    """

    rows: Mapping[str, Row]
    chances: Mapping[tuple[str, str, str], Row]
    consequences: Mapping[tuple[str, str], Row]
    register: Register
    known_as: Mapping[Scenario, str]

    def taking(self, toll: str) -> tuple[str, ...]:
        """The risks whose part of a toll is counted."""
        return tuple(risk.id for risk in self.register.risks if toll in risk.consequences)

    def of_challenge(self) -> dict[str, tuple[str, ...]]:
        """The risks of each challenge."""
        names = dict.fromkeys(str(row["challenge"]) for row in self.rows.values())
        return {name: tuple(one for one, row in self.rows.items() if row["challenge"] == name) for name in names}


def scenarios(inputs: FeasibilityInputs) -> Scenarios:
    """The register of the case. Raises ValueError where a risk is linked to itself, to none, or has no chance."""
    rows = {str(row["id"]): row for row in sorted(inputs.rows("risks"), key=lambda row: str(row["id"]))}
    check_links({name: _links(row) for name, row in rows.items()})
    pairs = [(option.id, level) for option in inputs.options for level in inputs.support_levels]
    chances = {(name, *pair): _chance(inputs, name, pair) for name in rows for pair in pairs}
    drawn: dict[tuple[Triple, ...], str] = {}
    known_as = {}
    for pair in pairs:
        triples = tuple(triple(chances[(name, *pair)]) for name in rows)
        known_as[pair] = drawn.setdefault(triples, "/".join(pair))
    probability = {name: {key: triples[place] for triples, key in drawn.items()} for place, name in enumerate(rows)}
    consequences = {(str(row["risk"]), str(row["toll"])): row for row in inputs.rows("risk_consequences")}
    risks = [_risk(inputs, row, probability[name], consequences) for name, row in rows.items()]
    return Scenarios(rows=rows, chances=chances, consequences=consequences, register=Register(risks), known_as=known_as)


def triple(row: Row) -> Triple:
    """Low, most likely and high of a row."""
    return Triple(*(float(row[part]) for part in ("low", "central", "high")))


def stream(risk: str) -> str:
    """What the table of correlations calls a risk."""
    return f"risk.{risk}"


def _risk(
    inputs: FeasibilityInputs,
    row: Row,
    probability: Mapping[str, Triple],
    consequences: Mapping[tuple[str, str], Row],
) -> Risk:
    tie, name = inputs.ties.get(stream(str(row["id"]))), str(row["id"])
    counted = {toll: one for (risk, toll), one in consequences.items() if risk == name and int(one["in_toll"])}
    return Risk(
        id=name,
        probability=probability,
        consequences={toll: triple(one) for toll, one in counted.items()},
        months=float(row["horizon_months"]),
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
