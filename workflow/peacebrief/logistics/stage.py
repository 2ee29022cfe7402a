"""The logistics stage: resolved inputs in, facts and tables out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peacebrief.logistics.anchor_facts import anchor_facts
from peacebrief.logistics.binding_facts import binding_facts
from peacebrief.logistics.calculation import findings
from peacebrief.logistics.deployment_facts import deployment_facts
from peacebrief.logistics.findings import Findings
from peacebrief.logistics.force_facts import force_facts, stress_posture_facts
from peacebrief.logistics.hypothesis_facts import hypothesis_facts
from peacebrief.logistics.inputs import LogisticsInputs
from peacebrief.logistics.link_pair_facts import link_pair_facts
from peacebrief.logistics.network_facts import network_facts
from peacebrief.logistics.one_lost import one_lost_facts
from peacebrief.logistics.past_deployment_facts import past_deployment_facts
from peacebrief.logistics.settings_facts import settings_facts
from peacebrief.logistics.step_facts import sampled_facts, size_facts, step_facts
from peacebrief.logistics.stress_facts import stress_facts
from peacebrief.logistics.tables import logistics_tables
from peacebrief.logistics.ways_in_facts import ways_in_facts, worst_facts
from peacebrief.reasoning.record import Record
from peacebrief.uncertainty.draws import ROWS

WRITERS = (
    step_facts,
    sampled_facts,
    size_facts,
    anchor_facts,
    force_facts,
    stress_facts,
    past_deployment_facts,
    hypothesis_facts,
    settings_facts,
    ways_in_facts,
    worst_facts,
    stress_posture_facts,
    one_lost_facts,
    binding_facts,
    link_pair_facts,
    deployment_facts,
)


def plan_logistics(resolved: Mapping[str, Any], *, rows: int = ROWS) -> dict[str, Any]:
    """What a force needs, and whether it can be had: `{"facts": [...], "tables": {name: {"columns", "rows"}}}`.

    The same seed and number of draws give the same record for any number of rows evaluated at a time.
    Raises ValueError where an input cannot be used.
    """
    found = findings(LogisticsInputs.from_record(resolved), rows=rows)
    return {"facts": sorted(_facts(found), key=lambda fact: str(fact["id"])), "tables": logistics_tables(found)}


def _facts(found: Findings) -> Iterator[Record]:
    yield from network_facts(found.inputs)
    for write in WRITERS:
        yield from write(found)
