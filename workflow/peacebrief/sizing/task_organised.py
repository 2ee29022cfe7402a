"""Task-organised force, bottom-up: what each task takes in the field, and the tail and reserve behind it."""

from __future__ import annotations

from peacebrief.uncertainty.arrays import Number


# ASSUME: crews of monitoring aircraft and of helicopters count as combat troops when the tail is added.
def field_troops(
    *,
    posts: Number | float = 0.0,
    post_manning: Number | float = 0.0,
    patrols: Number | float = 0.0,
    patrol_manning: Number | float = 0.0,
    reaction_teams: Number | float = 0.0,
    team_strength: Number | float = 0.0,
    brigades: Number | float = 0.0,
    brigade_strength: Number | float = 0.0,
    aircraft: Number | float = 0.0,
    crew_per_aircraft: Number | float = 0.0,
    helicopters: Number | float = 0.0,
    crew_per_helicopter: Number | float = 0.0,
) -> Number | float:
    """Troops (persons) doing the tasks; a task the role does not have is left out."""
    return (
        posts * post_manning
        + patrols * patrol_manning
        + reaction_teams * team_strength
        + brigades * brigade_strength
        + aircraft * crew_per_aircraft
        + helicopters * crew_per_helicopter
    )


def deployed_force(*, field_troops: Number, combat_share: Number, reserve: Number) -> Number:
    """The whole force (persons): field troops are `combat_share` of it, and `reserve` is added on top."""
    return field_troops / combat_share * (1 + reserve)
