"""What was counted in the past, as facts: each rate with its interval, and how far judged chances lie from it.

Judged chances are never moved towards the rates; where they lie apart, a row of `comparisons` says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from peacebrief.counting.comparator import Compared, Judged, Row, Tables, compared, judged_chances
from peacebrief.counting.rate import EVENT, counted_rate
from peacebrief.facts.fact import Fact, fact_about
from peacebrief.reasoning.subject import Named

COUNTED = "Events divided by cases; the ends are those of Wilson’s interval of nine in ten."
PUBLISHED = "As published, or one less what was published."
RATE, DISTANCE = "evidence.base_rate.{base_rate}", "evidence.distance.{table}.{row}"
COUNTS = "evidence.comparators."
TOLL_UNITS = {"killed": "persons", "missing": "persons", "days": "days", "euros": "EUR_2025", "war": "probability"}


def base_rate_facts(rows: Sequence[Row]) -> list[Fact]:
    """The rate of every row of `base_rates`, with its interval where the number of cases is known."""
    return [_rate(row) for row in rows]


def _rate(row: Row) -> Fact:
    rate = counted_rate(row)
    about = {"base_rate": Named(row["id"], row["label"])}
    told = {
        "label": "{base_rate}",
        "unit": "probability" if row["kind"] == EVENT else "share",
        "method": PUBLISHED if row["events"] is None else COUNTED,
        "because": (f"table:base_rates.csv#{row['id']}",),
    }
    if rate.low is None:
        return fact_about(RATE, about, **told, kind="number", value=rate.share)
    return fact_about(RATE, about, **told, kind="quantiles", p5=rate.low, p50=rate.share, p95=rate.high)


def past_toll_facts(rows: Sequence[Row]) -> list[Fact]:
    """What things cost in the past, as it was counted."""
    return [
        fact_about(
            "evidence.past_toll.{past_toll}",
            {"past_toll": Named(row["id"], f"{row['label']}, {row['years']}")},
            label="{past_toll}",
            unit=TOLL_UNITS[row["toll"]],
            kind="number",
            value=row["value"],
            method="As counted or published.",
            because=(f"table:past_tolls.csv#{row['id']}",),
        )
        for row in rows
    ]


def comparison_facts(tables: Tables, *, levels: Mapping[str, Any]) -> list[Fact]:
    """Every distance, and the counts over all; none where the case compares nothing. `levels` names support levels."""
    if not tables.get("comparisons"):
        return []
    found = list(compared(tables))
    tied = [one for one in found if one.tied]
    judged = judged_chances(tables)
    names = _names(tables, levels)
    distances = [_distance(one, _called(one.judged, names)) for one in tied]
    return [*distances, *_counts(judged, found, [fact.id for fact in distances])]


def weak_leg_facts(rows: Sequence[Mapping[str, Any]]) -> list[Fact]:
    """How many inputs bear much and rest on little, and how many of them have something beside them."""
    if not rows:
        return []
    origins = tuple(f"table:weak_legs.csv#{row['id']}" for row in rows)
    with_any = sum(bool(row["base_rate"] or row["beside"]) for row in rows)
    return [
        _count("weak_legs", "Inputs that bear much and rest on little", len(rows), origins),
        _count(
            "weak_legs_compared", "Of those, inputs with something counted or published beside them", with_any, origins
        ),
    ]


def _row_id(judged: Judged) -> str:
    return judged.key.replace("/", "_")


def _distance(one: Compared, called: str) -> Fact:
    judged = one.judged
    because = [_origin(one), _comparison(one), f"fact:evidence.base_rate.{one.comparison['base_rate']}"]
    if judged.months is not None:
        because.append(f"table:risks.csv#{judged.subject}")
    return fact_about(
        DISTANCE,
        {"table": Named(judged.table, judged.table.replace("_", " ")), "row": Named(_row_id(judged), called)},
        label="{table}: {row}: judged chance less the rate counted beside it",
        unit="probability",
        kind="number",
        value=one.distance,
        method="Central judged chance less the counted rate, both over the time of the chance.",
        because=tuple(because),
    )


def _origin(one: Compared) -> str:
    return f"table:{one.judged.table}.csv#{one.judged.key}"


def _comparison(one: Compared) -> str:
    row = one.comparison
    parts = (row[column] for column in ("table", "subject", "option", "support_level"))
    return f"table:comparisons.csv#{'/'.join(part for part in parts if part)}"


def _counts(judged: Sequence[Judged], found: Sequence[Compared], distances: Sequence[str]) -> list[Fact]:
    rows = tuple(f"table:{one.table}.csv#{one.key}" for one in judged)
    told = tuple(sorted({_comparison(one) for one in found}))
    away = tuple(f"fact:{name}" for name in distances)
    tied = [one for one in found if one.tied]
    spanned = [one for one in tied if one.rate is not None and one.rate.low is not None]
    above, below = (sum(one.outside and (one.distance > 0) == up for one in tied) for up in (True, False))
    counts = {
        "judged": ("Judged chances: gates, states taking part, what carries over, risks", len(judged), rows),
        "compared": ("Judged chances with a counted rate to compare them with", len(tied), (*rows, *told)),
        "beside": ("Judged chances with a rate of another kind beside them", _beside(found), (*rows, *told)),
        "spanned": ("Judged chances compared with a rate that has an interval", len(spanned), (*told, *away)),
        "outside": ("Judged chances outside the interval of the counted rate", above + below, (*told, *away)),
        "above": ("Judged chances above the interval of the counted rate", above, (*told, *away)),
        "below": ("Judged chances below the interval of the counted rate", below, (*told, *away)),
    }
    facts = [_count(name, label, count, origins) for name, (label, count, origins) in counts.items()]
    return [*facts, _median(tied, away)] if tied else facts


def _median(tied: Sequence[Compared], away: tuple[str, ...]) -> Fact:
    return Fact(
        id=f"{COUNTS}median_distance",
        label="Median distance of judged chances from the counted rates, either way",
        unit="probability",
        kind="number",
        value=median(abs(one.distance) for one in tied),
        method="Median of the distances without their signs.",
        because=away,
    )


def _beside(found: Iterable[Compared]) -> int:
    return sum(one.rate is not None and not one.tied for one in found)


def _count(name: str, label: str, count: int, because: tuple[str, ...]) -> Fact:
    return Fact(
        id=f"{COUNTS}{name}",
        label=label,
        unit="count",
        kind="number",
        value=float(count),
        method="The rows that are as the label says are counted; every row was looked at.",
        because=because,
    )


def _names(tables: Tables, levels: Mapping[str, Any]) -> dict[str, Mapping[str, str]]:
    return {
        "gate_chances": {row["id"]: row["label"] for row in tables["gates"]},
        # What a position is called is a phrase: pages put it in place of its id.
        "position_chances": {},
        "carry_over": {},
        "risk_chances": {row["id"]: row["title"] for row in tables["risks"]},
        "option": {row["id"]: row["short_label"] for row in tables["options"]},
        "support_level": {name: level["label"] for name, level in levels.items()},
    }


def _called(judged: Judged, names: Mapping[str, Mapping[str, str]]) -> str:
    """A judged chance in words: what it is of, for which option, at which level of support."""
    about = names[judged.table].get(judged.subject, judged.subject)
    parts = (about, names["option"].get(judged.option), names["support_level"].get(judged.support_level))
    return ", ".join(str(part) for part in parts if part)
