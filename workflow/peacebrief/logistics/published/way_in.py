"""Facts about the shape of the network: sectors that no route reaches, sectors with one way in, worst losses."""

from __future__ import annotations

from collections.abc import Iterator

from peacebrief.logistics.demand.daily_demand import posture_of
from peacebrief.logistics.losses.stress import Strain
from peacebrief.logistics.network.only_way import cut_off, only_way_in_words, only_ways
from peacebrief.logistics.origins import force_because, network_because
from peacebrief.logistics.supply_findings import Findings
from peacebrief.reasoning.record import Record, record, words_record
from peacebrief.reasoning.subject import Named
from peacebrief.reasoning.wording import listed

WORST = {
    "worst_single": ("country", 1, "country whose loss leaves least"),
    "worst_pair": ("countries", 2, "pair of countries whose loss leaves least"),
}
LEAST = (
    "Each country, or each pair of countries, is taken out of the network in turn; told is the loss that leaves the "
    "smallest share of the largest force, at central capacity."
)


def ways_in_facts(found: Findings) -> Iterator[Record]:
    """What the open links alone say, whatever they carry."""
    source, because = found.inputs.record, network_because(found.inputs)
    names = {str(row["id"]): str(row["name"]) for row in source["sectors"]}
    yield words_record(
        "logistics.cut_off",
        label="sectors that no open route reaches",
        method="Search along the open links from the origins.",
        because=because,
        words=listed([names[sector] for sector in cut_off(source)]) or "none",
    )
    for way in only_ways(source):
        words = only_way_in_words(way, record=source)
        if words and not way.cut_off:
            yield words_record(
                "logistics.only_way.{sector}",
                {"sector": Named(way.sector, way.name)},
                label="{sector}: what every route uses",
                method="Links and corridors without which no open route leads there.",
                because=because,
                words=words,
            )


def worst_facts(found: Findings) -> Iterator[Record]:
    """The country and the pair of countries whose loss leaves least, at central capacity."""
    for posture in found.inputs.postures:
        because, about = force_because(found.inputs, posture), {"posture": posture_of(posture)}
        for name, (kind, parts, told) in WORST.items():
            worst = _worst(found, posture, kind, parts)
            if worst is None:
                continue
            family, label = f"logistics.{name}.{{posture}}", f"{told} of the largest force, {{posture}}"
            words = worst.loss.label
            yield words_record(family, about, label=label, method=LEAST, because=because, words=words)
            yield record(
                f"{family}.remaining",
                about,
                label=f"share left by the {label}",
                unit="share",
                method=LEAST,
                because=because,
                value=worst.remaining,
            )


def _worst(found: Findings, posture: str, kind: str, parts: int) -> Strain | None:
    losses = [
        one
        for one in found.strains
        if one.posture == posture
        and one.capacity_case == "central"
        and one.loss.kind == kind
        and len(one.loss.parts) == parts
    ]
    return min(losses, key=lambda one: (one.remaining, one.loss.id), default=None)
