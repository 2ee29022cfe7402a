"""The units in which the model reads its quantities: it converts none."""

from __future__ import annotations

OF_ASSUMPTIONS = {
    "EUR_2025": ("recovery_needs",),
    "EUR_2025_per_litre": ("fuel_price",),
    "EUR_2025_per_person": ("camp_cost",),
    "EUR_2025_per_person_year": ("soldier_cost",),
    "EUR_2025_per_t": ("transhipment_cost",),
    "EUR_2025_per_tkm": ("road_cost", "rail_cost", "rail_cost_broad", "river_cost", "sea_cost", "air_cost"),
    "brigades": ("brigades_per_sector_{role}",),
    "count": ("lines_of_communication",),
    "days": (
        "stock_days_provisions", "stock_days_fuel", "stock_days_ammunition", "stock_days_other", "transit_variation",
        "outage_days", "reroute_days", "decision_days", "readiness_days", "pipeline_days",
    ),
    "helicopters": ("helicopters_per_base", "helicopters_per_sector"),
    "hours": ("aircraft_endurance", "aircraft_turnaround", "handling_hours"),
    "km": (
        "line_length", "guarded_border", "post_spacing_{role}", "patrol_sector_{role}", "orbit_coverage",
        "sector_length", "last_mile_distance",
    ),
    "km2": ("area_held",),
    "km_per_hour": ("reaction_speed", "helicopter_speed"),
    "litres_per_100km": ("lorry_fuel", "military_lorry_fuel"),
    "minutes": ("reaction_time", "golden_hour", "medical_notice"),
    "months": ("tour_months", "horizon_months"),
    "persons": (
        "population_held", "patrol_manning", "reaction_team_strength", "crew_per_aircraft", "crew_per_helicopter",
        "compared_contribution", "smallest_contingent",
    ),
    "points": ("points_to_three_quarters", "house_points"),
    "persons_per_day": ("loc_rate",),
    "probability": ("provocation_chance", "accession_chance"),
    "ratio": (
        "rotation_ratio", "service_factor", "demand_variation", "vehicles_per_person", "cost_ratio_{posture}",
        "fuel_burden", "war_risk_ratio", "convoy_ratio", "horizon_ratio", "provocation_ratio",
        "dollars_per_euro", "surge_ratio",
    ),
    "share": (
        "aircraft_availability", "helicopter_availability", "combat_share", "force_share", "tank_wagon_share",
        "hazardous_share", "rail_share", "deployment_efficiency", "contributor_exit_rate",
        "brigade_model_weight", "attitude_loading",
        "monitor_share", "enabler_share",
    ),
    "sorties": ("sorties_per_1000",),
    "t_per_person": ("deployment_mass", "camp_mass"),
    "tanks": ("tanks_per_brigade",),
    "teams": ("reaction_teams_per_base",),
    "vehicles_per_1000": ("own_lorries", "own_tankers"),
    "vehicles": ("hired_lorries", "hired_tankers", "infantry_fighting_vehicles_per_brigade", "vehicles_per_train"),
    "years": ("accession_earliest",),
    "weight": ("engineer_weight", "medical_weight", "signals_weight", "logistics_weight", "headquarters_weight"),
}  # fmt: skip
OF_PARAMETERS = {
    "km_per_brigade": ("brigade_frontage",),
    "persons_per_brigade": ("brigade_strength",),
    "persons_per_post": ("post_manning",),
    "share": ("operational_reserve",),
}  # fmt: skip
PARAMETER_UNITS = {name: unit for unit, names in OF_PARAMETERS.items() for name in names}


def assumption_units(*, roles: list[str], postures: list[str]) -> dict[str, str]:
    """The unit of every assumption that the models may read for these roles and postures."""
    return {
        name.format(role=role, posture=posture): unit
        for unit, names in OF_ASSUMPTIONS.items()
        for name in names
        for role in roles
        for posture in postures
    }
