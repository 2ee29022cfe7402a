"""Next steps: what is watched, where it stands, what would be enough, and how far it is.

As facts: the value of each indicator, its threshold, and the distance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Literal

from peacebrief.errors import AnalystError
from peacebrief.feasibility.given import FeasibilityInputs
from peacebrief.reasoning.record import Record, record
from peacebrief.reasoning.subject import Named
from peacebrief.uncertainty.arrays import Number

Direction = Literal["at_least", "at_most"]
SIGNS = {"at_least": 1.0, "at_most": -1.0}

INDICATORS = ("id", "field", "label", "value", "threshold", "direction", "distance", "unit", "met")
METHODS = {
    "value": "Read from the fact it follows, at its median where that is uncertain.",
    "threshold": "Chosen by this project, with the reason given in the table of indicators.",
    "distance": "How far the value still has to move to the threshold; zero or less where it is reached.",
}

Facts = Mapping[str, Mapping[str, Any]]


def distance(*, value: Number, threshold: Number, direction: Direction = "at_least") -> Number:
    """How far the indicator still has to move, in its own unit; zero or less where the threshold is reached.

    Raises ValueError for a direction other than `at_least` and `at_most`.
    """
    if direction not in SIGNS:
        raise ValueError(f"an indicator is wanted at_least or at_most at its threshold, not {direction}")
    return SIGNS[direction] * (threshold - value)


def indicator_facts(inputs: FeasibilityInputs, known: Facts) -> Iterator[Record]:
    """Three facts for each indicator. Raises AnalystError where an indicator names a fact that cannot be followed."""
    for row in inputs.rows("indicators"):
        indicator, because = Named(str(row["id"]), str(row["label"])), _because(row)
        for part, value in _numbers(row, known).items():
            yield record(
                f"feasibility.indicator.{{indicator}}.{part}",
                {"indicator": indicator},
                label=f"{{indicator}}: {part}",
                unit=str(row["unit"]),
                kind="probability" if row["unit"] == "probability" else "number",
                method=METHODS[part],
                because=because[part],
                value=value,
            )


def indicator_rows(inputs: FeasibilityInputs, known: Facts) -> Iterator[list[Any]]:
    """The indicators as a table."""
    for row in inputs.rows("indicators"):
        number = _numbers(row, known)
        words = {name: str(row[name]) for name in ("id", "field", "label", "direction", "unit")}
        cells = {**words, **number, "met": number["distance"] <= 0}
        yield [cells[column] for column in INDICATORS]


def _numbers(row: Mapping[str, Any], known: Facts) -> dict[str, float]:
    fact = _followed(row, known)
    value = fact.get("value", fact.get("p50"))
    if fact["kind"] == "words" or value is None:
        raise _refused(row, "fact", f"the fact {row['fact']} is no number; name one that is.")
    if fact["unit"] != row["unit"]:
        message = f'"{row["unit"]}" is not the unit of {row["fact"]}; write {fact["unit"]}, and the threshold in it.'
        raise _refused(row, "unit", message)
    threshold = float(row["threshold"])
    away = float(distance(value=float(value), threshold=threshold, direction=row["direction"]))
    return {"value": float(value), "threshold": threshold, "distance": away}


def _followed(row: Mapping[str, Any], known: Facts) -> Mapping[str, Any]:
    if row["fact"] in known:
        return known[row["fact"]]
    near = get_close_matches(row["fact"], known, n=1)
    remedy = f"did you mean {near[0]}?" if near else "facts.json lists those there are."
    raise _refused(row, "fact", f'"{row["fact"]}" is no fact of generation, logistics or feasibility; {remedy}')


def _refused(row: Mapping[str, Any], column: str, message: str) -> AnalystError:
    return AnalystError(f"indicators.csv, {row['id']}, column {column}: {message}")


def _because(row: Mapping[str, Any]) -> dict[str, list[str]]:
    name, followed = f"fact:feasibility.indicator.{row['id']}", f"fact:{row['fact']}"
    found = {"value": [followed], "threshold": [str(row["origin"])]}
    return found | {"distance": [f"{name}.value", f"{name}.threshold"]}
