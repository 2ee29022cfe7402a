"""The tables that the question of who would send troops rests on."""

from __future__ import annotations

from dataclasses import dataclass

from peacebrief.inputs.army_strength import ArmyStrength
from peacebrief.inputs.option_contributor import OptionContributor
from peacebrief.inputs.option_requirement import OptionRequirement
from peacebrief.inputs.poll import Poll
from peacebrief.inputs.position_chance import PositionChance
from peacebrief.inputs.row import Row
from peacebrief.inputs.table import Table

OF_REFERENCE: dict[str, type[Row]] = {
    "army_strengths": ArmyStrength,
}
OF_CASE: dict[str, type[Row]] = {
    "option_contributors": OptionContributor,
    "option_requirements": OptionRequirement,
    "position_chances": PositionChance,
    "polls": Poll,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationTables:
    """Who might take part in which option, what it asks for, polls, and how large armies were."""

    army_strengths: Table[ArmyStrength]
    option_contributors: Table[OptionContributor]
    option_requirements: Table[OptionRequirement]
    position_chances: Table[PositionChance]
    polls: Table[Poll]
