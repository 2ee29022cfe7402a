"""Tasks on the ground as steps: posts, patrols, rapid reaction and reserve brigades."""

from __future__ import annotations

from peacebrief.reasoning.step import Step
from peacebrief.sizing.armour import reserve_brigades, vehicles
from peacebrief.sizing.inputs import Role
from peacebrief.sizing.posts import patrols, posts
from peacebrief.sizing.reaction import reaction_bases, reaction_teams
from peacebrief.sizing.sectors import sector_step


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
