"""The generation stage: resolved inputs in, facts and tables out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peacebrief.generation.army_facts import army_facts, trend_facts
from peacebrief.generation.contributions import Contributions, contributions
from peacebrief.generation.contributor_facts import burden_facts, contributor_facts, support_facts
from peacebrief.generation.deployable_facts import supply_facts
from peacebrief.generation.generation_tables import generation_tables
from peacebrief.generation.given import GenerationInputs
from peacebrief.generation.model_facts import model_facts
from peacebrief.generation.share_facts import held_out_table, share_facts, validation_facts
from peacebrief.generation.share_tied_up import TiedUp, tied_up
from peacebrief.generation.sustained.held_out import Told, held_out
from peacebrief.reasoning.record import Record, stage_document, told_by
from peacebrief.uncertainty.draws import ROWS

WRITERS = (supply_facts, model_facts, contributor_facts, support_facts, burden_facts)


def generate_force(resolved: Mapping[str, Any], *, rows: int = ROWS) -> dict[str, Any]:
    """Who would send troops, and how many: `{"facts": [...], "names": {...}, "tables": {name: {"columns", "rows"}}}`.

    The same seed and number of draws give the same record for any number of rows evaluated at a time.
    Raises ValueError where an input cannot be used.
    """
    found = contributions(GenerationInputs.from_record(resolved), rows=rows)
    tied = tied_up(found, rows=rows)
    told = held_out(found.inputs.sustained)
    tables = {**generation_tables(found), "sustained_held_out": held_out_table(told)}
    return stage_document(_facts(found, tied, told), tables)


def _facts(found: Contributions, tied: TiedUp, told: Sequence[Told]) -> Iterator[Record]:
    for write in WRITERS:
        yield from told_by(write, found)
    yield from told_by(share_facts, found.inputs, found.model.fitted)
    yield from told_by(validation_facts, told)
    yield from told_by(army_facts, found, tied)
    yield from told_by(trend_facts, found.inputs)
