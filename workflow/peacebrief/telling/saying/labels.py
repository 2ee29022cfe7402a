"""What methods, quantities, rules and other subjects of facts are called in print; one name everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import Opening, Said, phrase

COMPUTED_METHODS = ("force_to_space", "task_organised", "statistical")
RULES = (
    "constant_line", "per_line_km", "log_linear_line", "constant_population", "per_1000_population",
    "log_linear_population", "constant_all", "mandate_and_threat",
)  # fmt: skip
# What is drawn besides assumptions and parameters of methods.
STREAMS = ("statistical_residual",)
POSITIONS = ("yes", "standing", "conditional", "conflicting", "unstated", "no")
FORCE_TYPES = ("monitors", "brigades", "enablers")

Names = Mapping[str, Mapping[str, Said]]


def rule(name: str) -> Said:
    """A rule that predicts missions, as it heads a column."""
    return Opening(phrase(f"labels.{name}"))


def methods(known: Known) -> dict[str, Said]:
    """The printed name of each method, by its name in the tables."""
    published: dict[str, Said] = {
        str(row["method"]): str(row["name"]) for row in known.tables["sizing_methods"] if row["method"]
    }
    return published | {name: Opening(phrase(f"labels.{name}")) for name in COMPUTED_METHODS}


def quantities(known: Known) -> dict[str, Said]:
    """The printed name of each drawn quantity: assumptions, parameters of methods, and what is drawn besides."""
    assumptions: dict[str, Said] = {str(row["id"]): str(row["label"]) for row in known.tables["assumptions"]}
    return methods(known) | assumptions | {name: Opening(phrase(f"labels.{name}")) for name in STREAMS}


def inside(name: Said) -> Said:
    """A printed name as it stands inside a sentence."""
    if isinstance(name, Opening):
        return name.said
    return uncapitalised(name) if isinstance(name, str) else name


def subject_names(known: Known) -> Names:
    """Slot -> subject -> name: what pages call those subjects of facts that the model knows by their ids alone.

    `quantity` and `position` are no slots of facts: rows of inputs are told apart by them.
    """
    tables, quantity = known.tables, quantities(known)
    compared = {str(row["id"]): str(row["label"]) for row in tables["comparators"]}
    countries = {str(row["id"]): str(row["country"]) for row in tables.get("contributors", ())}
    return {
        "comparator": compared,
        "contributor": compared | countries,
        "force_type": {name: phrase(f"force_types.{name}") for name in FORCE_TYPES},
        "input": {name: inside(label) for name, label in quantity.items()},
        "level": {name: str(told["phrase"]) for name, told in known.case.get("support_levels", {}).items()},
        "method": {name: phrase("labels.quoted", name=label) for name, label in methods(known).items()},
        "option": {str(row["id"]): str(row["short_label"]) for row in tables.get("options", ())},
        "position": {name: phrase("labels.position", name=phrase(f"positions.{name}")) for name in POSITIONS},
        "quantity": quantity,
        "row": dict(_positions_at_levels(known)),
        "rotation_rule": {
            str(row["id"]): phrase("labels.rotation_rule", name=str(row["name"])) for row in tables["sizing_methods"]
        },
        "rule": {name: phrase(f"labels.{name}") for name in RULES},
    }


def _positions_at_levels(known: Known) -> Iterator[tuple[str, Said]]:
    """What the chance of a position at a level of support is called, which is compared with a counted rate."""
    for level, told in known.case.get("support_levels", {}).items():
        for name in POSITIONS:
            called = phrase("labels.position_at", name=phrase(f"positions.{name}"), level=str(told["label"]))
            yield f"{name}_{level}", called
