"""The columns that each stage reads from each table: numbers, codes, and the words it hands on.

A table named with {case} lies in the folder of the case.
"""

from __future__ import annotations


def _three(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{part}" for name in names for part in ("low", "central", "high"))


RANGE = ("low", "central", "high")
ASSUMPTIONS = ("id", "unit", "distribution", "low", "central", "high", "choices", "stage")
CORRELATIONS = ("factor", "quantity", "loading")
ATTITUDE = ("factor", "quantity")

SIZING: dict[str, tuple[str, ...]] = {
    "reference/missions": (
        "id", "name", "lead", "type", "strength", "line_km", "population", "sizing_driver", "state_adversary",
        "split",
    ),
    "reference/mission_types": ("type", "mandate_level"),
    "reference/sizing_methods": (
        "id", "method", "family", "phrase", "low", "central", "high", "unit", "distribution",
    ),
    "reference/comparators": ("id", "value", "unit"),
    "{case}/assumptions": ASSUMPTIONS,
    "{case}/correlations": CORRELATIONS,
    "{case}/role_methods": ("role", "method", "fits", "reason"),
    "{case}/contributors": ("country", "army_active", *_three("brigades"), "position"),
}  # fmt: skip
LOGISTICS: dict[str, tuple[str, ...]] = {
    "reference/consumption": (
        "item", "posture", "label", "supply_class", "unit", "low", "central", "high", "kg_per_unit",
        "cross_border_share",
    ),
    "reference/consumption_anchors": ("id", "anchor", "in_sentence", "independent", "item", "value", "unit"),
    "reference/vehicles": ("id", "name", "mode", *_three("payload", "speed", "hours", "availability", "load_factor")),
    "reference/units": ("id", "name", *_three("personnel", "vehicles", "mass"), "stow_m2", "lane_m", *_three("trains")),
    "reference/deployments": (
        "id", "case", "name", "date", "day", "metric", "value", "unit", "moved", "moved_unit", "use", *_three("loc"),
        "pre_staged",
    ),
    "reference/throughput": ("id", "place", "flow", "direction", "low", "value", "high", "unit"),
    "{case}/assumptions": ASSUMPTIONS,
    "{case}/correlations": CORRELATIONS,
    "{case}/options": ("id", "label", "posture", "fighting_posture", *_three("force")),
    "{case}/network/nodes": ("id", "name", "country", "kind", "lat", "lon", *_three("handling"), "scope"),
    "{case}/network/links": (
        "id", "from_node", "to_node", "mode", "open", "two_way", "distance_km", "gauge_break",
        *_three("units", "capacity"), "scope", *_three("speed", "delay"), "crosses_river", "corridor", "contested",
        "enters_theatre", "transit_countries",
    ),
    "{case}/network/corridors": ("id", "label", "in_sentence", "country", "country_name", "in_article", "inside"),
    "{case}/network/sectors": ("id", "name", "node", "share", "zone"),
    "{case}/network/fleets": (
        "id", "label", "in_sentence", "mode", "carries", *_three("vehicles"), "load_t", "loaded_km",
    ),
    "{case}/staged": ("option", *RANGE),
}  # fmt: skip
GENERATION: dict[str, tuple[str, ...]] = {
    "reference/sizing_methods": ("id", "method", "low", "central", "high", "unit", "distribution"),
    "reference/army_strengths": ("id", "contributor", "country", "year", "persons", "series"),
    "reference/sustained_deployments": ("contributor", "country", "year", "deployed", "army", "bound", "kind"),
    "{case}/assumptions": ASSUMPTIONS,
    "{case}/correlations": CORRELATIONS,
    "{case}/options": ("id", "label", *_three("force"), "support_level", "framework_needed"),
    "{case}/contributors": (
        "id", "country", "army_active", "army_trained", "army_kind", *_three("brigades"), "position",
    ),
    "{case}/commitments": ("contributor", "troops"),
    "{case}/option_contributors": ("option", "contributor", "position", "framework", "most"),
    "{case}/position_chances": ("position", "support_level", "low", "central", "high"),
    "{case}/option_requirements": ("option", "force_type", "share"),
    "{case}/attitude": ATTITUDE,
    "{case}/polls": ("id", "contributor", "pollster", "comparable_group", "support", "oppose", "sample"),
}  # fmt: skip
FEASIBILITY: dict[str, tuple[str, ...]] = {
    "{case}/assumptions": ASSUMPTIONS,
    "{case}/correlations": CORRELATIONS,
    "{case}/options": ("id", "label", "posture", "fighting_posture", *_three("force"), "support_level"),
    "{case}/contributors": ("id", "country", "budget_usd_bn"),
    "{case}/option_contributors": ("option", "contributor", "position", "framework"),
    "{case}/gates": ("id", "label", "in_sentence", "kind", "place"),
    "{case}/gate_chances": ("gate", "option", "support_level", *RANGE),
    "{case}/criteria": (
        "id", "label", "unit_label", "anchor_zero", "anchor_full", *_three("weight"), "computed_by",
    ),
    "{case}/scores": ("option", "criterion", "support_level", *RANGE),
    "{case}/viewpoints": ("viewpoint", "label", "criterion"),
    "{case}/carry_over": ("option", "support_level", *RANGE),
    "{case}/risks": ("id", "title", "challenge", "horizon_months", "correlated_with", "in_gate"),
    "{case}/risk_chances": ("risk", "option", "support_level", *RANGE),
    "{case}/risk_consequences": ("risk", "toll", *RANGE, "in_toll"),
    "{case}/enablers": ("id", "capability", "name", "gap", "years_low", "years_high", "lent_at", "item"),
    "{case}/enabler_needs": ("enabler", "option", "criticality"),
    "{case}/conditions": ("id", "option", "label", "gate", "support_level", *RANGE),
    "{case}/planned_strength": ("option", "year", *RANGE),
    "{case}/attitude": ATTITUDE,
    "{case}/versions": ("factor", "levels"),
    "{case}/indicators": ("id", "field", "label", "fact", "threshold", "direction", "unit"),
    "reference/mission_strengths": ("id", "mission", "name", "kind", "moment", "date", "strength"),
    "reference/past_verdicts": ("id", "in_sentence", "asked_on", "size", "lead", "term_months"),
    "reference/past_gates": ("mission", "gate", *RANGE),
    "reference/past_outcomes": ("mission", "share_12", "kept"),
    "reference/durations": (
        "id", "name", "years", "ended", "lead", "mission_type", "analogue", "garrison", "successor_of",
    ),
    "reference/peacekeeping_effects": ("id", "study", "estimate", "low", "high", "dose", "pooled"),
    "reference/dose_forms": ("id", "label", "scale", "weight"),
    "reference/base_rates": ("id", "label", "events", "out_of", "share", "clusters", "months"),
    "{case}/base_rate_models": ("base_rate", "weight", *_three("watched")),
}  # fmt: skip
COLUMNS = {"sizing": SIZING, "generation": GENERATION, "logistics": LOGISTICS, "feasibility": FEASIBILITY}
# Methods of sizing that other stages read as quantities; sizing itself reads them all.
METHODS = {"generation": frozenset({"brigade_strength"})}
# Names in case.yaml that the record of a stage shows; what is nested under them counts too, less the WORDS.
SETTINGS = {
    "sizing": frozenset({"seed", "draws", "force_sizes", "roles"}),
    "generation": frozenset({"seed", "draws", "force_sizes", "support_levels", "generation"}),
    "logistics": frozenset({"seed", "draws", "logistics"}),
    "feasibility": frozenset({"seed", "draws", "support_levels", "feasibility"}),
}
# Entries of vocabulary.yaml that the record of a stage shows, where the case has them.
CALLED = {
    "sizing": ("compared_army",),
    "generation": ("patron", "compared_army"),
    "logistics": (),
    "feasibility": ("patron", "challenges"),
}
NAMES = frozenset({"label", "phrase", "definition"})
WORDS = {
    "sizing": frozenset({"purpose", "definition"}),
    "generation": NAMES,
    "logistics": NAMES,
    "feasibility": NAMES,
}
# What is drawn for each item of a table is called after the table, and belongs to the stage that reads it.
DRAWN_BY_ITEM = {
    "consumption": "logistics",
    "position": "generation",
    "sustained_share": "generation",
    "risk": "feasibility",
    "gate": "feasibility",
}


def stages_of_quantity(quantity: str, assumption_stages: dict[str, str]) -> tuple[str, ...]:
    """The stages that read a quantity: those of the assumption or table; for what is neither, those of a method."""
    table, _, item = quantity.partition(".")
    if item:
        return (DRAWN_BY_ITEM[table],) if table in DRAWN_BY_ITEM else ()
    if quantity in assumption_stages:
        return tuple(assumption_stages[quantity].split(";"))
    return ("sizing", *(stage for stage, methods in METHODS.items() if quantity in methods))
