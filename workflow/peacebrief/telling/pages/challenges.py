"""What could go wrong: the risks that tell each challenge, and what all risks of a year could cost together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from peacebrief.telling.dangers.tolls import WAR, costs, first_counted, likely, takes
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Row, Said, Sentences, phrase

# What belongs to no challenge has no row of its own.
OTHER = "other"
AT_LEAST, WITHIN = "feasibility.risk_at_least.killed.", "feasibility.risk_war."
TOLD = 10
# The risk of renewed war without a force by counts of past wars, and the years that it is told for.
COUNTED, HORIZON = "feasibility.war_risk.0.none", "feasibility.planning_horizon"


def rows(known: Known) -> list[Row]:
    """A row for each war, and for the likeliest risk of each challenge, in the order of the challenges."""
    return [_row(known, row) for row in _told(known)]


def _told(known: Known) -> list[Record]:
    found: list[Record] = []
    for challenge in known.called["challenges"]:
        own = known.rows("risks", challenge=challenge)
        if challenge != OTHER and own:
            likeliest = max(own, key=lambda row: _most(known, row["id"]))
            found += [row for row in own if row is likeliest or takes(known, row["id"], WAR)]
    return found


def _most(known: Known, risk: str) -> float:
    chances = (known.fact(f"feasibility.risk.{risk}.{option['id']}").p50 for option in known.options)
    return max(chance or 0.0 for chance in chances)


def _row(known: Known, row: Record) -> Row:
    risk = row["id"]
    months = str(row["horizon_months"])
    return Row([row["title"], likely(known, risk), months, costs(known, risk), first_counted(known, risk)])


def tolls(known: Known) -> Sentences:
    """How likely it is that so many soldiers are killed within a year, and a war, and how that goes with past wars."""
    chances = _by_option(known, lambda row: f"{AT_LEAST}{row['id']}.{TOLD}")
    return Sentences([phrase("challenges.killed", many=str(TOLD), chances=chances), _war(known)])


def _war(known: Known) -> Said:
    if not known.has(f"{WITHIN}{known.options[0]['id']}"):
        return NOTHING
    told = phrase("challenges.war", chances=_by_option(known, lambda row: f"{WITHIN}{row['id']}"))
    return Sentences([told, _apart(known)])


def _apart(known: Known) -> Said:
    """That every option's chance of a war is above what past wars give, where at the same risk every year it is."""
    years, counted = known.number(HORIZON), float(known.fact(COUNTED).p50 or 0.0)
    least = min(known.number(f"{WITHIN}{row['id']}") for row in known.options)
    if 1.0 - (1.0 - least) ** years <= counted:
        return NOTHING
    return phrase("challenges.above_counts", years=Number(HORIZON, "exact"), risk=Number(COUNTED, "percent"))


def _by_option(known: Known, fact: Callable[[Record], str]) -> Listed:
    order: Sequence[Record] = sorted(known.options, key=lambda row: known.number(fact(row)), reverse=True)
    return Listed([
        phrase("challenges.chance", chance=Number(fact(row), "percent"), option=row["in_sentence"]) for row in order
    ])  # fmt: skip
