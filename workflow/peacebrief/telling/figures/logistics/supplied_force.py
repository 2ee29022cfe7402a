"""The force that is supplied, as the figures on logistics name it: its size, its postures, its classes of supply."""

from __future__ import annotations

from peacebrief.facts.rounding import exact
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.figures.reading import cell
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.said import Phrase, Said, phrase

# Classes that are told by another word than their id.
WORDED = frozenset({"provisions", "other"})


def postures(known: Known) -> Record:
    """The postures of the case, from calm to intense, with what it calls them."""
    found: Record = known.case["logistics"]["postures"]
    return found


def posture_label(known: Known, posture: str) -> str:
    """The printed name of a posture."""
    return str(postures(known)[posture]["label"])


def in_posture(known: Known, posture: str) -> Phrase:
    """A posture inside a sentence: "in garrison posture"."""
    return phrase("figures_logistics.in_posture", posture=uncapitalised(posture_label(known, posture)))


def class_label(supply_class: str) -> Said:
    """The printed name of a class of supply, as it stands in a sentence."""
    if supply_class in WORDED:
        return phrase(f"figures_logistics.class_{supply_class}")
    return supply_class.replace("_", " ")


def reference_size(known: Known) -> int:
    """The size of force that flows, stocks and losses are counted for."""
    return int(known.case["logistics"]["reference_size"])


def troops_in_posture(known: Known, size: float, posture: str) -> Phrase:
    """A force in words: "100,000 troops in garrison posture"."""
    return phrase("figures_logistics.troops_in_posture", troops=exact(size), posture=in_posture(known, posture))


def force_in_words(known: Known) -> Phrase:
    """The force whose flows are drawn: "100,000 troops in garrison posture"."""
    flow: Record = next(iter(known.tables["flows"]), {})
    size = cell(flow, "size") or reference_size(known)
    return troops_in_posture(known, size, str(flow.get("posture") or next(iter(postures(known)))))
