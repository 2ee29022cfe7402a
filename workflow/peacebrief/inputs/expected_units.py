"""The units in which the model reads its quantities: it converts none."""

from __future__ import annotations

OF_ASSUMPTIONS = {
    "brigades": ("brigades_per_sector_{role}",),
    "helicopters": ("helicopters_per_base", "helicopters_per_sector"),
    "hours": ("aircraft_endurance", "aircraft_turnaround"),
    "km": (
        "line_length", "guarded_border", "post_spacing_{role}", "patrol_sector_{role}", "orbit_coverage",
        "sector_length",
    ),
    "km2": ("area_held",),
    "km_per_hour": ("reaction_speed", "helicopter_speed"),
    "minutes": ("reaction_time", "golden_hour", "medical_notice"),
    "months": ("tour_months", "horizon_months"),
    "persons": (
        "population_held", "patrol_manning", "reaction_team_strength", "crew_per_aircraft", "crew_per_helicopter",
        "british_contribution",
    ),
    "ratio": ("rotation_ratio",),
    "share": ("aircraft_availability", "helicopter_availability", "combat_share"),
    "tanks": ("tanks_per_brigade",),
    "teams": ("reaction_teams_per_base",),
    "vehicles": ("infantry_fighting_vehicles_per_brigade",),
    "weight": ("engineer_weight", "medical_weight", "signals_weight", "logistics_weight", "headquarters_weight"),
}  # fmt: skip
OF_METHODS = {
    "persons_per_1000": (
        "quinlivan_peaceful", "quinlivan_moderate", "quinlivan_severe", "mcgrath_mean", "fm_3_24", "rand_light",
        "rand_heavy",
    ),
    "persons_per_km": (
        "observer_line", "light_interposition", "classical_disengagement", "dense_separation", "gcsp_density",
    ),
    "km_per_brigade": ("brigade_frontage",),
    "persons_per_brigade": ("brigade_strength",),
    "persons_per_post": ("post_manning",),
    "share": ("operational_reserve",),
}  # fmt: skip
METHOD_UNITS = {name: unit for unit, names in OF_METHODS.items() for name in names}


def assumption_units(roles: list[str]) -> dict[str, str]:
    """The unit of every assumption that the model may read for these roles."""
    return {name.format(role=role): unit for unit, names in OF_ASSUMPTIONS.items() for name in names for role in roles}
