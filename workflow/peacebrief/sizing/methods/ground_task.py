"""Tasks on the ground: posts, patrols, rapid reaction and reserve brigades.

Posts and patrols stand along the line, and teams of rapid reaction reach every point of it in time. Sectors are the
lengths of line that one headquarters directs; heavy armour is the reserve brigades behind them, and what they drive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, cast

import numpy as np

from peacebrief.reasoning.node import node
from peacebrief.reasoning.step import Step
from peacebrief.sizing.given import Role
from peacebrief.uncertainty.arrays import Number

MINUTES_PER_HOUR = 60

# ASSUME: reaction bases stand on the line at equal distances, and teams move along it.


# ASSUME: a role that contains the tasks of another does each of them at least as densely: of the distances between
# posts, the lengths of line for a patrol and the brigades for a sector, drawn for both, the denser counts in each draw.
def closest(**lengths: Any) -> Any:
    """The shortest of several lengths (km)."""
    return reduce(np.minimum, lengths.values())


def most(**counts: Any) -> Any:
    """The largest of several counts."""
    return reduce(np.maximum, counts.values())


# By task: the assumption that every role has of its own, and which of two is the denser.
DENSITIES: dict[str, tuple[str, Callable[..., Any]]] = {
    "posts": ("post_spacing", closest),
    "patrols": ("patrol_sector", closest),
    "reserve_brigades": ("brigades_per_sector", most),
}


def density_step(task: str, role: Role, contained: Sequence[Role]) -> tuple[str, Step]:
    """How densely a role does a task that the `contained` roles do as well: the name of the density, and its step."""
    name, denser = DENSITIES[task]
    takes = {one.id: f"{name}_{one.id}" for one in (role, *contained)}
    return name, Step(id=f"{name}.{role.id}", formula=denser, takes=takes)


@node("posts.{role}", "manned posts", "posts", post_spacing="post_spacing.{role}")
def posts(*, line_length: Number, post_spacing: Number) -> Number:
    """Length of the line divided by the distance between posts."""
    return line_length / post_spacing


@node("patrols.{role}", "patrols", "patrols", patrol_sector="patrol_sector.{role}")
def patrols(*, line_length: Number, patrol_sector: Number) -> Number:
    """Length of the line divided by the length of line one patrol looks after."""
    return line_length / patrol_sector


@node("reaction_bases", "rapid-reaction bases", "bases")
def reaction_bases(*, line_length: Number, reaction_speed: Number, reaction_time: Number) -> Number:
    """Length of the line divided by twice the distance a team covers in time, rounded up.

    A base covers speed (km/h) times time (minutes) in both directions; the last stretch counts whole.
    """
    reach_km = reaction_speed * reaction_time / MINUTES_PER_HOUR
    return cast("Number", np.ceil(line_length / (2 * reach_km)))


@node("reaction_teams", "rapid-reaction teams", "teams")
def reaction_teams(*, reaction_bases: Number, reaction_teams_per_base: Number) -> Number:
    """Rapid-reaction bases times the teams at each."""
    return reaction_bases * reaction_teams_per_base


@node("sectors", "sectors", "count")
def sectors(*, line_length: Number, sector_length: Number) -> Number:
    """Length of the line divided by the length of a sector, rounded up."""
    return cast("Number", np.ceil(line_length / sector_length))


@node("reserve_brigades.{role}", "reserve brigades", "brigades", brigades_per_sector="brigades_per_sector.{role}")
def reserve_brigades(*, sectors: Number, brigades_per_sector: Number) -> Number:
    """Sectors times the reserve brigades of each."""
    return sectors * brigades_per_sector


@node("tanks.{role}", "tanks of the reserve brigades", "tanks", reserve_brigades="reserve_brigades.{role}")
def tanks(*, reserve_brigades: Number, tanks_per_brigade: Number) -> Number:
    """Reserve brigades times the tanks of one."""
    return reserve_brigades * tanks_per_brigade


@node(
    "infantry_fighting_vehicles.{role}",
    "infantry fighting vehicles of the reserve brigades",
    "vehicles",
    reserve_brigades="reserve_brigades.{role}",
)
def infantry_fighting_vehicles(*, reserve_brigades: Number, infantry_fighting_vehicles_per_brigade: Number) -> Number:
    """Reserve brigades times the infantry fighting vehicles of one."""
    return reserve_brigades * infantry_fighting_vehicles_per_brigade
