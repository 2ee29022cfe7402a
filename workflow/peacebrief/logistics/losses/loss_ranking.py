"""Facts about losses: the share of the largest force left, days until a stock-out, and extra cost.

Their order is said to be robust where it holds whatever the capacities turn out to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.given import CASES, CLASSES, LogisticsInputs, case_of
from peacebrief.logistics.losses.stress import Strain, Strains
from peacebrief.logistics.network.loss import NOTHING
from peacebrief.logistics.origins import cost_because, force_because, stock_because
from peacebrief.reasoning.record import Record, Table, record, table, words_record
from peacebrief.reasoning.subject import About, number_of

LOSSES = (
    "loss", "label", "kind", "capacity_case", "posture", "remaining", "stockout_days", "extra_cost_eur_per_day",
)  # fmt: skip
SHORTFALLS = ("loss", "capacity_case", "posture", "days", "class", "person_days_unsupplied")
# Losses told one by one; all others are in the tables.
TOLD = {"none", "country", "countries"}
MODES_TOLD = {"mode_rail", "mode_road", "mode_sea"}
RANKED = {"country", "countries"}
SUFFIX = {"central": "", "low": "_low"}
REMAINING = "Largest force with the links of the loss closed, over the largest force with none, {case} capacity."
STOCK_OUT = (
    "Days that the stocks of the policy cover what no longer arrives, until the first class runs out; "
    "{horizon:,.0f} days stand for never. {case} capacity."
)
EXTRA = "Cost of the cheapest plan with the links closed, less the cost with none, where it still carries everything."

# ASSUME: two losses whose remaining shares lie within one percentage point of each other count as level, so that their
# order is not said to change between capacity cases.
TIE = 0.01
MOST_PAIRS_TOLD = 6
DIGITS = 9  # of a share; what lies beyond is the solver's rounding, and equal losses go by their ids


def stress_facts(inputs: LogisticsInputs, *, strains: Strains) -> Iterator[Record]:
    """No loss, the losses of countries, their pairs and trios, and modes; and whether their order is robust."""
    for strain in strains:
        if is_told(strain) and strain.capacity_case in SUFFIX:
            yield from _loss_facts(inputs, strain)
    for posture in inputs.postures:
        yield _robust(inputs, strains, posture)


def is_told(strain: Strain) -> bool:
    """Whether a loss has facts of its own."""
    return strain.loss.kind in TOLD or strain.loss.id in MODES_TOLD


def _loss_facts(inputs: LogisticsInputs, strain: Strain) -> Iterator[Record]:
    case = strain.capacity_case
    about: About = {"loss": strain.loss, "posture": posture_of(strain.posture), "case": case_of(case)}
    of_size = {**about, "size": number_of(inputs.reference_size)}
    told = f"{'with' if strain.loss is NOTHING else 'without'} {{loss}}, {{posture}}, {{case}} capacity"
    yield record(
        f"logistics.remaining{SUFFIX[case]}.{{loss}}.{{posture}}",
        about,
        label=f"share of the largest force left {told}",
        unit="share",
        method=REMAINING.format(case=case),
        because=force_because(inputs, strain.posture),
        value=strain.remaining,
    )
    yield record(
        f"logistics.stockout_days{SUFFIX[case]}.{{loss}}.{{posture}}",
        of_size,
        label=f"days until the first stock-out of {{size}} troops {told}",
        unit="days",
        method=STOCK_OUT.format(horizon=max(inputs.loss_days), case=case.capitalize()),
        because=stock_because(inputs, strain.posture),
        value=strain.stock_out.days,
    )
    if case == "central" and strain.all_carried:
        yield record(
            "logistics.extra_cost.{loss}.{posture}",
            of_size,
            label=f"extra cost of transport a day for {{size}} troops {told}",
            unit="EUR_2025_per_day",
            method=EXTRA,
            because=cost_because(inputs, strain.posture),
            value=strain.extra_cost_eur_per_day,
        )


def _robust(inputs: LogisticsInputs, strains: Strains, posture: str) -> Record:
    ranked = [one for one in strains if one.loss.kind in RANKED and one.posture == posture]
    shares: dict[str, list[float]] = {}
    for case in CASES:
        for strain in ranked:
            if strain.capacity_case == case:
                shares.setdefault(strain.loss.id, []).append(strain.remaining)
    labels = {strain.loss.id: strain.loss.label for strain in ranked}
    return words_record(
        "logistics.ranking_robust.{posture}",
        {"posture": posture_of(posture)},
        label="whether the order of the losses of countries holds in every capacity case, {posture}",
        method="Pairs of losses whose shares left change order between the capacity cases by more than a tie.",
        because=force_because(inputs, posture),
        words=ranking(shares, ranked_by=CASES.index("central")).in_words(labels),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The losses from the worst to the least bad in the case they are ranked by, and the pairs that change places."""

    order: tuple[str, ...]
    swaps: tuple[tuple[str, str], ...]

    @property
    def robust(self) -> bool:
        """Whether no pair changes places."""
        return not self.swaps

    def in_words(self, labels: Mapping[str, str]) -> str:
        """Either "robust", or "not robust" with the losses that change places, by label."""
        if self.robust:
            return "robust"
        if len(self.swaps) <= MOST_PAIRS_TOLD:
            told = [f"{labels[first]} with {labels[second]}" for first, second in self.swaps]
            return f"not robust: {'; '.join(told)} change places"
        return f"not robust: {'; '.join(labels[loss] for loss in self.movers())} change places among each other"

    def movers(self) -> list[str]:
        """The losses that change places with another one, those with the most changes first."""
        count = Counter(loss for pair in self.swaps for loss in pair)
        return sorted(count, key=lambda loss: (-count[loss], loss))


def ranking(remaining: Mapping[str, Sequence[float]], *, ranked_by: int) -> Ranking:
    """The ranking of losses by the share of the largest force that remains.

    `remaining` has one share per capacity case for each loss; `ranked_by` is the position of the case that gives the
    order. A pair changes places where one loss is worse in some case and the other in another, by more than a tie.
    """
    order = sorted(remaining, key=lambda loss: (round(remaining[loss][ranked_by], DIGITS), loss))
    swaps = [pair for pair in combinations(order, 2) if _swap(*(remaining[loss] for loss in pair))]
    return Ranking(order=tuple(order), swaps=tuple(swaps))


def _swap(one: Sequence[float], other: Sequence[float]) -> bool:
    differences = [first - second for first, second in zip(one, other, strict=True)]
    return min(differences) < -TIE and max(differences) > TIE


def losses_table(strains: Strains) -> Table:
    """Every loss, in every posture and capacity case."""
    return table(LOSSES, map(_cells, strains))


def shortfalls_table(inputs: LogisticsInputs, *, strains: Strains) -> Table:
    """Person-days that go without a class within each period of loss, for the losses that have facts."""
    rows = (
        [one.loss.id, one.capacity_case, one.posture, days, supply_class, person_days]
        for one in strains
        if is_told(one)
        for days, by_class in zip(inputs.loss_days, one.stock_out.person_days.tolist(), strict=True)
        for supply_class, person_days in zip(CLASSES, by_class, strict=True)
    )
    return table(SHORTFALLS, rows)


def _cells(one: Strain) -> list[Any]:
    words = [one.loss.id, one.loss.label, one.loss.kind, one.capacity_case, one.posture]
    extra = one.extra_cost_eur_per_day if one.all_carried else None
    return [*words, one.remaining, one.stock_out.days, extra]
