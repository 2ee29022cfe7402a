"""Facts about which corridors limit the force: by capacity case in words, and how often over all draws."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.binding import BINDS, binding, corridor_parts, in_words, parts_of_cut
from peacebrief.logistics.classes import CASES
from peacebrief.logistics.demand_steps import posture_label
from peacebrief.logistics.demand_vectors import gross_demand
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.reasons import force_because
from peacebrief.reasoning.record import Record, record, words_record

METHOD = (
    "The corridors that account for a twentieth of the largest force at least. A limit accounts for as much as one "
    "more unit of it would add to the force, times the limit (its shadow price)."
)
OFTEN = (
    "Share of draws in which the corridor makes up a twentieth of the bound that holds, at central levels, at least."
)


def binding_facts(found: Findings) -> Iterator[Record]:
    """Words for every posture and capacity case, and a frequency for every corridor that ever binds."""
    in_sentence = {corridor.id: corridor.in_sentence for corridor in found.inputs.corridors}
    for posture in found.inputs.postures:
        demand = gross_demand(found.simulation.central, posture)
        for case in CASES:
            parts = corridor_parts(
                found.supply.model, demand_kg_per_person_day=demand, limits=found.supply.limits[case]
            )
            yield words_record(
                f"logistics.binding.{case}.{posture}",
                label=f"what limits the largest force, {case} capacity, {posture_label(posture)}",
                method=METHOD,
                because=force_because(found.inputs, posture),
                words=in_words(binding(parts), in_sentence=in_sentence),
            )
        yield from _frequencies(found, posture)


def _frequencies(found: Findings, posture: str) -> Iterator[Record]:
    counts = sum(found.draws.binding[posture]).tolist()
    shares = found.supply.shares["central"]
    parts = [parts_of_cut(found.supply.network, cut, **shares) for cut in found.draws.cuts]
    for corridor in found.inputs.corridors:
        often = sum(count for count, part in zip(counts, parts, strict=True) if part.get(corridor.id, 0.0) >= BINDS)
        if often:
            yield record(
                f"logistics.binding_frequency.{corridor.id}.{posture}",
                label=f"{corridor.label}: how often it limits the largest force, {posture_label(posture)}",
                unit="probability",
                kind="probability",
                method=OFTEN,
                because=[f"fact:logistics.largest_force_drawn.{posture}"],
                value=often / found.inputs.draws,
            )
