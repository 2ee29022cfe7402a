"""The evidence on supply: rows of the inputs as the annex prints them."""

from __future__ import annotations

from peacebrief.facts.rounding import percent
from peacebrief.telling.annex.evidence_cells import anchor, apart, basis, source
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Cell, Row, Said, phrase

RANGE = ("low", "central", "high")


def consumption(known: Known) -> list[Row]:
    """Rates of consumption."""
    return [
        Row([
            row["label"], apart(row["posture"]), *_range(row), apart(row["unit"]), row["cross_border_share"],
            basis(row), source(row["source"]), row["note"],
        ], anchor=anchor("consumption", row["item"], row["posture"]))
        for row in known.tables["consumption"]
    ]  # fmt: skip


def _range(row: Record, column: str = "") -> list[Cell]:
    return [row[f"{column}{end}"] for end in RANGE]


def links(known: Known) -> list[Row]:
    """Links, with their capacity."""
    return [
        Row([
            row["id"], row["from_node"], row["to_node"], phrase(f"modes.{row['mode']}"),
            phrase("network.open" if row["open"] else "network.closed"), row["distance_km"], *_range(row, "capacity_"),
            apart(row["corridor"]), basis(row), source(row["source"]),
        ], anchor=anchor("links", row["id"]))
        for row in known.tables["links"]
    ]  # fmt: skip


def nodes(known: Known) -> list[Row]:
    """Ports, airports and terminals with a limit to what they can handle."""
    return [
        Row([
            row["id"], row["name"], row["country"], apart(row["kind"]), *_range(row, "handling_"), basis(row),
            source(row["source"]), row["derivation"],
        ], anchor=anchor("nodes", row["id"]))
        for row in known.tables["nodes"]
        if row["handling_central"] is not None
    ]  # fmt: skip


def sectors(known: Known) -> list[Row]:
    """Sectors, with their share of the force."""
    return [
        Row([row["name"], percent(row["share"]), row["zone"], row["note"]], anchor=anchor("sectors", row["id"]))
        for row in known.tables["sectors"]
    ]


def fleets(known: Known) -> list[Row]:
    """Wagons, crews and lorries that the force may count on, and what one of them does."""
    return [
        Row([
            row["label"], phrase(f"modes.{row['mode']}"), row["carries"], *_range(row, "vehicles_"), row["load_t"],
            row["loaded_km"], basis(row), source(row["source"]), row["derivation"],
        ], anchor=anchor("fleets", row["id"]))
        for row in known.tables["fleets"]
    ]  # fmt: skip


def vehicles(known: Known) -> list[Row]:
    """Vehicles, by their central values."""
    central = ("payload", "speed", "hours", "availability", "load_factor")
    return [
        Row([
            row["name"], row["mode"], *(row[f"{name}_central"] for name in central), basis(row), source(row["source"]),
        ], anchor=anchor("vehicles", row["id"]))
        for row in known.tables["vehicles"]
    ]  # fmt: skip


def deployments(known: Known) -> list[Row]:
    """Past deployments."""
    return [
        Row([
            row["name"], row["date"], row["day"], row["metric"], row["value"], row["use"], basis(row),
            source(row["source"]), row["note"],
        ], anchor=anchor("deployments", row["id"]))
        for row in known.tables["deployments"]
    ]  # fmt: skip


def costs(known: Known) -> list[Row]:
    """Published costs, each in the money of its own year."""
    return [
        Row([
            row["label"], *_range(row), _unit(row), row["price_year"], basis(row), source(row["source"]), row["note"],
        ], anchor=anchor("costs", row["id"]))
        for row in known.tables["costs"]
    ]  # fmt: skip


def _unit(row: Record) -> Said:
    """What a cost is counted in; a ratio is in no money."""
    return phrase("network.price", currency=row["currency"], per=row["per"]) if row["currency"] else str(row["per"])


def options(known: Known) -> list[Row]:
    """Options, as they are costed."""
    return [
        Row([
            row["label"], apart(row["posture"]), *_range(row, "force_"), source(row["source"]), row["note"],
        ], anchor=anchor("options", row["id"]))
        for row in known.options
    ]  # fmt: skip
