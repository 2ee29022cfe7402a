"""The annex on sizing: roles, methods that fit them, rotation, what a force would contain, what drives its size."""

from __future__ import annotations

from peacebrief.telling.annex.evidence_cells import anchor, apart, inline
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.labels import inside, quantities
from peacebrief.telling.saying.labels import methods as method_names
from peacebrief.telling.saying.said import NOTHING, Cell, Listed, Number, Phrase, Row, Said, phrase

ELEMENTS = (
    "posts", "patrols", "reaction_bases", "reaction_teams", "monitoring_orbits", "monitoring_aircraft", "helicopters",
    "reserve_brigades", "tanks", "infantry_fighting_vehicles", "engineers", "medical", "signals", "logistics",
    "headquarters",
)  # fmt: skip


def roles(known: Known) -> list[Row]:
    """What each role is for, its tasks, and what it is compared with."""
    return [_role(meant) for meant in known.case["roles"].values()]


def _role(meant: Record) -> Row:
    tasks = inline(map(apart, meant["tasks"]))
    return Row([meant["label"], meant["definition"], tasks, apart(meant["proposal_class"]), meant["mission_type"]])


def regression(known: Known) -> Said:
    """What the regression on past missions found; nothing where there was none."""
    found = "sizing.regression."
    if not known.has(f"{found}mandate_level"):
        return NOTHING
    mandate, state, scatter = (
        Number(f"{found}{part}", "significant") for part in ("mandate_level", "state_adversary", "residual")
    )
    return phrase("sizing_tables.regression", mandate=mandate, state=state, scatter=scatter)


def methods(known: Known) -> list[Row]:
    """Every method of every role: whether it fits, what it gives, and why."""
    named = method_names(known)
    return [_method(known, row, named[row["method"]]) for row in known.tables["force_by_method"]]


def _method(known: Known, row: Record, method: Said) -> Row:
    force = Number(f"sizing.method.{row['method']}.{row['role']}", "median_and_range")
    fits = phrase("sizing_tables.fits" if row["fits"] else "sizing_tables.fits_not")
    cells = [known.case["roles"][row["role"]]["label"], method, fits, force, row["reason"]]
    return Row(cells, anchor=anchor("role_methods", row["role"], row["method"]))


def rotation(known: Known) -> list[Row]:
    """The force of each role, all soldiers tied up at one time, and all who serve at some time."""
    return _by_role(known, "force", "pool", "cycled")


def densities(known: Known) -> list[Row]:
    """The force of each role for the length of the line, for the people and for the area."""
    return _by_role(known, "density.per_km", "density.per_1000", "density.per_100km2")


def _by_role(known: Known, *measures: str) -> list[Row]:
    def told(role: str) -> list[Number]:
        return [Number(f"sizing.{measure}.{role}", "range") for measure in measures]

    return [Row([meant["label"], *told(role)]) for role, meant in known.case["roles"].items()]


def package(known: Known) -> list[Row]:
    """What a force would contain, a column for each role; what no role needs is left out."""
    rows = [_element(known, element) for element in ELEMENTS]
    return [row for row in rows if any(row.cells[1:])]


def _element(known: Known, element: str) -> Row:
    def told(role: str) -> Cell:
        name = f"sizing.capability.{role}.{element}"
        return Number(name, "median_and_range") if known.has(name) else None

    return Row([phrase(f"capability.{element}"), *(told(role) for role in known.case["roles"])])


def drivers(known: Known) -> Said:
    """What explains most of the spread of the most detailed method of each role; nothing where none varies."""
    leading = {role: found[0] for role in known.case["roles"] if (found := known.rows("sensitivity", role=role))}
    labels = quantities(known)
    names = {role: str(row["quantity"]) for role, row in leading.items()}
    told = [_driver(known, role, name, inside(labels[name])) for role, name in names.items()]
    return phrase("sizing_tables.inputs_drive", drivers=Listed(told)) if told else NOTHING


def _driver(known: Known, role: str, name: str, label: Said) -> Phrase:
    share = Number(f"sizing.sensitivity.{role}.{name}", "percent")
    return phrase("sizing_tables.driver", quantity=label, role=_in_sentence(known, role), share=share)


def _in_sentence(known: Known, role: str) -> str:
    return str(known.case["roles"][role]["label"]).lower()
