"""Facts about losses: the share of the largest force left, days until a stock-out, and extra cost."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.classes import CASES
from peacebrief.logistics.demand_steps import posture_label
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.reasons import cost_because, force_because, stock_because
from peacebrief.logistics.robustness import ranking
from peacebrief.logistics.stress import Strain
from peacebrief.reasoning.record import Record, record, words_record

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


def stress_facts(found: Findings) -> Iterator[Record]:
    """No loss, the losses of countries, their pairs and trios, and modes; and whether their order is robust."""
    for strain in found.strains:
        if is_told(strain) and strain.capacity_case in SUFFIX:
            yield from _loss_facts(found, strain)
    for posture in found.inputs.postures:
        yield _robust(found, posture)


def is_told(strain: Strain) -> bool:
    """Whether a loss has facts of its own."""
    return strain.loss.kind in TOLD or strain.loss.id in MODES_TOLD


def _loss_facts(found: Findings, strain: Strain) -> Iterator[Record]:
    case, name = strain.capacity_case, f"{strain.loss.id}.{strain.posture}"
    lost = f"without {strain.loss.label}" if strain.loss.links else "with nothing lost"
    told = f"{lost}, {posture_label(strain.posture)}, {case} capacity"
    yield record(
        f"logistics.remaining{SUFFIX[case]}.{name}",
        label=f"share of the largest force left {told}",
        unit="share",
        method=REMAINING.format(case=case),
        because=force_because(found.inputs, strain.posture),
        value=strain.remaining,
    )
    yield record(
        f"logistics.stockout_days{SUFFIX[case]}.{name}",
        label=f"days until the first stock-out of {found.inputs.reference_size:,.0f} troops {told}",
        unit="days",
        method=STOCK_OUT.format(horizon=max(found.inputs.loss_days), case=case.capitalize()),
        because=stock_because(found.inputs, strain.posture),
        value=strain.stock_out.days,
    )
    if case == "central" and strain.all_carried:
        yield record(
            f"logistics.extra_cost.{name}",
            label=f"extra cost of transport a day for {found.inputs.reference_size:,.0f} troops {told}",
            unit="EUR_2025_per_day",
            method=EXTRA,
            because=cost_because(found.inputs, strain.posture),
            value=strain.extra_cost_eur_per_day,
        )


def _robust(found: Findings, posture: str) -> Record:
    ranked = [one for one in found.strains if one.loss.kind in RANKED and one.posture == posture]
    shares: dict[str, list[float]] = {}
    for case in CASES:
        for strain in ranked:
            if strain.capacity_case == case:
                shares.setdefault(strain.loss.id, []).append(strain.remaining)
    labels = {strain.loss.id: strain.loss.label for strain in ranked}
    return words_record(
        f"logistics.ranking_robust.{posture}",
        label=f"whether the order of the losses of countries holds in every capacity case, {posture_label(posture)}",
        method="Pairs of losses whose shares left change order between the capacity cases by more than a tie.",
        because=force_because(found.inputs, posture),
        words=ranking(shares, ranked_by=CASES.index("central")).in_words(labels),
    )
