"""Tasks on the ground, as steps and their formulas: posts, patrols, rapid reaction and reserve brigades.

Posts and patrols stand along the line, and teams of rapid reaction reach every point of it in time. Sectors are the
lengths of line that one headquarters directs; heavy armour is the reserve brigades behind them, and what they drive.
"""

from __future__ import annotations

from typing import cast

import numpy as np

from peacebrief.reasoning.step import Step
from peacebrief.sizing.given import Role
from peacebrief.uncertainty.arrays import Number

MINUTES_PER_HOUR = 60

# ASSUME: reaction bases stand on the line at equal distances, and teams move along it.


def post_steps(role: Role) -> dict[str, Step]:
    """Permanently manned posts along the line."""
    return {
        "posts": Step(
            id=f"posts.{role.id}",
            formula=posts,
            takes={"line_km": "line_length", "spacing_km": f"post_spacing_{role.id}"},
            unit="posts",
            label="manned posts",
            method="Length of the line divided by the distance between posts.",
        )
    }


def patrol_steps(role: Role) -> dict[str, Step]:
    """Patrols along the line."""
    return {
        "patrols": Step(
            id=f"patrols.{role.id}",
            formula=patrols,
            takes={"line_km": "line_length", "sector_km": f"patrol_sector_{role.id}"},
            unit="patrols",
            label="patrols",
            method="Length of the line divided by the length of line one patrol looks after.",
        )
    }


def reaction_steps(_: Role) -> dict[str, Step]:
    """Rapid-reaction bases and teams."""
    return {
        "reaction_bases": Step(
            id="reaction_bases",
            formula=reaction_bases,
            takes={"line_km": "line_length", "speed_kmh": "reaction_speed", "reach_minutes": "reaction_time"},
            unit="bases",
            label="rapid-reaction bases",
            method="Length of the line divided by twice the distance a team covers in time, rounded up.",
        ),
        "reaction_teams": Step(
            id="reaction_teams",
            formula=reaction_teams,
            takes={"bases": "reaction_bases", "teams_per_base": "reaction_teams_per_base"},
            unit="teams",
            label="rapid-reaction teams",
            method="Rapid-reaction bases times the teams at each.",
        ),
    }


def reserve_brigade_steps(role: Role) -> dict[str, Step]:
    """Reserve brigades and their armour."""
    brigades = f"reserve_brigades.{role.id}"
    return {
        "sectors": sector_step(),
        "reserve_brigades": Step(
            id=brigades,
            formula=reserve_brigades,
            takes={"sectors": "sectors", "brigades_per_sector": f"brigades_per_sector_{role.id}"},
            unit="brigades",
            label="reserve brigades",
            method="Sectors times the reserve brigades of each.",
        ),
        "tanks": Step(
            id=f"tanks.{role.id}",
            formula=vehicles,
            takes={"brigades": brigades, "per_brigade": "tanks_per_brigade"},
            unit="tanks",
            label="tanks of the reserve brigades",
            method="Reserve brigades times the tanks of one.",
        ),
        "infantry_fighting_vehicles": Step(
            id=f"infantry_fighting_vehicles.{role.id}",
            formula=vehicles,
            takes={"brigades": brigades, "per_brigade": "infantry_fighting_vehicles_per_brigade"},
            unit="vehicles",
            label="infantry fighting vehicles of the reserve brigades",
            method="Reserve brigades times the infantry fighting vehicles of one.",
        ),
    }


def sectors(*, line_km: Number, sector_km: Number) -> Number:
    """Sectors the line is divided into; the last one counts whole."""
    return cast("Number", np.ceil(line_km / sector_km))


def sector_step() -> Step:
    """The sectors the line is divided into."""
    return Step(
        id="sectors",
        formula=sectors,
        takes={"line_km": "line_length", "sector_km": "sector_length"},
        unit="count",
        label="sectors",
        method="Length of the line divided by the length of a sector, rounded up.",
    )


def posts(*, line_km: Number, spacing_km: Number) -> Number:
    """Permanently manned posts, one every `spacing_km` kilometres."""
    return line_km / spacing_km


def patrols(*, line_km: Number, sector_km: Number) -> Number:
    """Patrols kept up, one for every `sector_km` kilometres."""
    return line_km / sector_km


def reaction_bases(*, line_km: Number, speed_kmh: Number, reach_minutes: Number) -> Number:
    """Bases needed so that every point of the line is reached in time.

    A base covers speed x time in both directions; the last stretch counts whole.
    """
    reach_km = speed_kmh * reach_minutes / MINUTES_PER_HOUR
    return cast("Number", np.ceil(line_km / (2 * reach_km)))


def reaction_teams(*, bases: Number, teams_per_base: Number) -> Number:
    """Teams in all, so many to a base that one is ready at any hour."""
    return bases * teams_per_base


def reserve_brigades(*, sectors: Number, brigades_per_sector: Number) -> Number:
    """Brigades held behind the line as a reserve."""
    return sectors * brigades_per_sector


def vehicles(*, brigades: Number, per_brigade: Number) -> Number:
    """Tanks, or infantry fighting vehicles, of the reserve brigades."""
    return brigades * per_brigade
