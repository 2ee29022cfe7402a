"""Which counted rate stands beside which judged chance, and how far the chance lies from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peacebrief.counting.rate import EVENT, Rate, counted_rate

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

# The tables of judged chances, and the column that says what a chance is of.
SUBJECT = {"gate_chances": "gate", "position_chances": "position", "carry_over": "", "risk_chances": "risk"}
RISKS = "risk_chances"
OPPOSITE, BESIDE, NONE = "opposite", "beside", "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged chance: its table, what it is of, for which option at which level of support, and the number.

    `months` is the time within which it is to happen; None where the chance is not over time.
    """

    table: str
    subject: str
    option: str
    support_level: str
    central: float
    months: float | None

    @property
    def key(self) -> str:
        """What its row is called."""
        return "/".join(part for part in (self.subject, self.option, self.support_level) if part)


@dataclass(frozen=True, slots=True)
class Compared:
    """A judged chance, the row that says what stands beside it, and that rate over the time of the chance.

    `rate` is None where nothing is known, or what is known is not a rate of cases.
    """

    judged: Judged
    comparison: Row
    rate: Rate | None

    @property
    def tied(self) -> bool:
        """Whether the chance and the rate are of one thing, so that their distance means something."""
        return self.rate is not None and self.comparison["reading"] not in {BESIDE, NONE}

    @property
    def distance(self) -> float:
        """The judged chance less the rate, as a share. Raises ValueError where they are not tied."""
        if self.rate is None or not self.tied:
            raise ValueError(f"{self.judged.table} {self.judged.key} is tied to no rate")
        return self.judged.central - self.rate.share

    @property
    def outside(self) -> bool:
        """Whether the judged chance lies outside the interval of the rate."""
        return self.tied and self.rate is not None and self.rate.outside(self.judged.central)


def judged_chances(tables: Tables) -> list[Judged]:
    """Every judged chance of a case, in the order of its tables."""
    horizons = {row["id"]: float(row["horizon_months"]) for row in tables["risks"]}
    return [
        Judged(
            table=table,
            subject=str(row[column]) if column else "",
            option=str(row.get("option") or ""),
            support_level=str(row["support_level"] or ""),
            central=float(row["central"]),
            months=horizons.get(row[column]) if table == RISKS else None,
        )
        for table, column in SUBJECT.items()
        for row in tables[table]
    ]


def speaks_of(comparison: Row, judged: Judged) -> bool:
    """Whether a row of `comparisons` is about a judged chance; what it leaves empty holds for all."""
    return comparison["table"] == judged.table and all(
        comparison[column] in ("", getattr(judged, column)) for column in ("subject", "option", "support_level")
    )


def compared(tables: Tables) -> Iterator[Compared]:
    """Every judged chance that a row of `comparisons` is about."""
    rates = {row["id"]: row for row in tables["base_rates"]}
    for judged in judged_chances(tables):
        for row in tables["comparisons"]:
            if speaks_of(row, judged):
                yield Compared(judged, row, rate_beside(row, rates.get(row["base_rate"]), judged))


def rate_beside(comparison: Row, base_rate: Row | None, judged: Judged) -> Rate | None:
    """The counted rate as it stands beside a judged chance: read as the row says, over the time of the chance."""
    if base_rate is None:
        return None
    rate = counted_rate(base_rate)
    if base_rate["kind"] == EVENT and base_rate["months"] is not None and judged.months is not None:
        rate = rate.over(judged.months, counted_over=base_rate["months"])
    return rate.opposite() if comparison["reading"] == OPPOSITE else rate
