"""Which quantities the models read, from the tasks of the roles and the postures of supply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

SUPPORT = ("engineer_weight", "medical_weight", "signals_weight", "logistics_weight", "headquarters_weight")
ALWAYS = (
    "line_length",
    "guarded_border",
    "population_held",
    "area_held",
    "combat_share",
    *SUPPORT,
    "rotation_ratio",
    "tour_months",
    "horizon_months",
)
# Read where the vocabulary names an army that a contribution is compared with.
OF_COMPARED_ARMY = "compared_contribution"
# A name with {role} stands for one quantity per role.
BY_TASK: dict[str, tuple[str, ...]] = {
    "posts": ("post_spacing_{role}",),
    "patrols": ("patrol_sector_{role}", "patrol_manning"),
    "reaction": ("reaction_speed", "reaction_time", "reaction_teams_per_base", "reaction_team_strength"),
    "reserve_brigades": (
        "sector_length",
        "brigades_per_sector_{role}",
        "tanks_per_brigade",
        "infantry_fighting_vehicles_per_brigade",
    ),
    "air_monitoring": (
        "orbit_coverage",
        "aircraft_endurance",
        "aircraft_turnaround",
        "aircraft_availability",
        "crew_per_aircraft",
    ),
    "medical_evacuation": (
        "golden_hour",
        "helicopter_speed",
        "medical_notice",
        "helicopters_per_base",
        "helicopter_availability",
        "helicopters_per_sector",
        "crew_per_helicopter",
        "sector_length",
    ),
}

# What the logistics model reads, whatever the case.
LOGISTICS = (
    "force_share", "tank_wagon_share", "hazardous_share",
    "stock_days_provisions", "stock_days_fuel", "stock_days_ammunition", "stock_days_other",
    "service_factor", "demand_variation", "transit_variation", "outage_days", "reroute_days",
    "decision_days", "readiness_days", "deployment_mass", "camp_mass", "vehicles_per_person", "rail_share",
    "vehicles_per_train", "deployment_efficiency", "loc_rate", "lines_of_communication", "sorties_per_1000",
    "pipeline_days", "last_mile_distance", "handling_hours", "own_lorries", "own_tankers", "hired_lorries",
    "hired_tankers", "lorry_fuel", "military_lorry_fuel",
    "soldier_cost", "camp_cost", "fuel_price", "fuel_burden", "road_cost", "rail_cost", "rail_cost_broad",
    "river_cost", "sea_cost", "air_cost", "transhipment_cost", "war_risk_ratio", "convoy_ratio",
)  # fmt: skip
# What the model of who would send troops reads, whatever the case.
GENERATION = (
    "rotation_ratio", "tour_months", "horizon_months", "brigade_model_weight", "horizon_ratio", "surge_ratio",
    "contributor_exit_rate", "points_to_three_quarters", "house_points", "smallest_contingent", "monitor_share",
    "enabler_share",
)  # fmt: skip
# What the model of whether the force would work reads, whatever the case.
FEASIBILITY = (
    "provocation_chance", "provocation_ratio", "recovery_needs", "dollars_per_euro",
)  # fmt: skip
# Read where the mission may end by the accession of its host to an alliance: both or neither.
OF_ACCESSION = ("accession_earliest", "accession_chance")
# Read where gates and positions follow the attitude of the adversary.
OF_ATTITUDE = "attitude_loading"
# One a posture, but not for the calmest, which the cost of a soldier is given for.
COST_RATIO = "cost_ratio_{posture}"

# Rows of sizing_methods.csv that are parameters of a method, by their slug.
PARAMETERS = ("brigade_frontage", "brigade_strength", "post_manning", "operational_reserve")
# Methods that are worked out rather than read from sizing_methods.csv.
WORKED_OUT = ("force_to_space", "task_organised", "statistical")


def assumption_stages(
    *,
    tasks: Mapping[str, Iterable[str]],
    postures: Iterable[str],
    compared: bool = False,
    accession: bool = False,
    attitude: bool = False,
) -> dict[str, str]:
    """The stages that read each assumption that these roles and postures need, separated by semicolons.

    `compared` says whether the contribution of a state is set beside its whole army, `accession` whether the mission
    may end by it, `attitude` whether gates follow the attitude of the adversary.
    """
    followed = {OF_ATTITUDE} if attitude else set()
    read = {
        "sizing": required_assumptions(tasks) | ({OF_COMPARED_ARMY} if compared else set()),
        "generation": frozenset(GENERATION) | followed | ({OF_COMPARED_ARMY} if compared else frozenset()),
        "logistics": logistics_assumptions(postures),
        "feasibility": frozenset((*FEASIBILITY, *followed, *(OF_ACCESSION if accession else ()))),
    }
    names = sorted(frozenset().union(*read.values()))
    return {name: ";".join(stage for stage, ids in read.items() if name in ids) for name in names}


def required_assumptions(tasks: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Ids of the assumptions that the sizing of these roles reads; `tasks` maps each role to its tasks."""
    found = set(ALWAYS)
    for role, names in tasks.items():
        for task in names:
            found |= {name.format(role=role) for name in BY_TASK[task]}
    return frozenset(found)


def logistics_assumptions(postures: Iterable[str]) -> frozenset[str]:
    """Ids of the assumptions that the logistics of these postures reads; the first posture is the calmest."""
    _, *others = postures
    return frozenset(LOGISTICS) | {COST_RATIO.format(posture=posture) for posture in others}
