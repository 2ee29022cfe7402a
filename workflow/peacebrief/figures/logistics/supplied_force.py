"""The force that is supplied, as the figures on logistics name it: its size, its postures, its classes of supply."""

from __future__ import annotations

from typing import Any

from peacebrief.facts.rounding import exact
from peacebrief.figures.reading import cell
from peacebrief.figures.registry import Tables
from peacebrief.reasoning.wording import uncapitalised

CLASSES = {"provisions": "food and packaged water", "other": "everything else"}


def settings(tables: Tables) -> dict[str, Any]:
    """What the case says about its supply: postures from calm to intense, sizes, the size of reference."""
    return dict(tables["case"][0]["logistics"])


def posture_label(posture: str, tables: Tables) -> str:
    """The printed name of a posture."""
    return str(settings(tables)["postures"][posture]["label"])


def in_posture(posture: str, tables: Tables) -> str:
    """A posture inside a sentence: "100,000 troops in garrison posture"."""
    return f"in {uncapitalised(posture_label(posture, tables))} posture"


def class_label(supply_class: str) -> str:
    """The printed name of a class of supply, as it stands in a sentence."""
    return CLASSES.get(supply_class, supply_class.replace("_", " "))


def reference_size(tables: Tables) -> int:
    """The size of force that flows, stocks and losses are counted for."""
    return int(settings(tables)["reference_size"])


def force_in_words(tables: Tables) -> str:
    """The force whose flows are drawn: "100,000 troops in garrison posture"."""
    flow = tables["flows"][0] if tables["flows"] else {}
    size = cell(flow, "size") or reference_size(tables)
    posture = str(flow.get("posture") or next(iter(settings(tables)["postures"])))
    return f"{exact(size)} troops {in_posture(posture, tables)}"
