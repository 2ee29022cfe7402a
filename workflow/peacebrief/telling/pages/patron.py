"""The patron: what each level of its support changes, and what would be lacking without it."""

from __future__ import annotations

from collections.abc import Sequence

from peacebrief.reasoning.digits import whole_percent
from peacebrief.reasoning.wording import uncapitalised
from peacebrief.telling.saying import remarks
from peacebrief.telling.saying.known import Known, Record
from peacebrief.telling.saying.options import named, place, support
from peacebrief.telling.saying.said import NOTHING, Listed, Number, Row, Said, Sentences, phrase

# A difference of more than half the width of a range is of the order of the doubt that the range tells.
SMALL = 0.5
# The column of the tables on enablers that says which of the patron's items a row belongs to.
ITEM = "item"
# Enablers listed for comparison only.
CONTEXT = "context"


def levels(known: Known) -> Sentences:
    """What each level of support means."""
    return Sentences([
        phrase("patron.level", label=meant["label"], definition=uncapitalised(meant["definition"]))
        for meant in known.case["support_levels"].values()
    ])  # fmt: skip


def changes(known: Known) -> list[Row]:
    """For each option the chance that every gate is passed, and the risk that the force spares, by level."""
    return [Row([row["short_label"], *_at_levels(known, row)], option=row["id"]) for row in known.options]


def _at_levels(known: Known, option: Record) -> list[Number]:
    at = [place(known, option["id"], level) for level in known.levels]
    joint = [Number(f"feasibility.joint{one}", "percent") for one in at]
    return [*joint, *(Number(f"feasibility.reduction{one}", "points") for one in at)]


def deterrence(known: Known) -> Said:
    """What the most support adds to the effect on renewed war, beside the doubt about that effect."""
    if not known.graded:
        return NOTHING
    risk = Number("feasibility.war_risk.0.none", "percent")
    everywhere = all(whole_percent(known.number(_difference(row))) > 0 for row in known.options)
    differences = [
        phrase("patron.difference", points=Number(_difference(row), "points"), option=row["in_sentence"])
        for row in known.options
    ]
    return Sentences([
        phrase("patron.without_force", years=Number("feasibility.planning_horizon", "exact"), risk=risk),
        phrase("patron.takes_points" if everywhere else "patron.takes_no_points_somewhere"),
        phrase("patron.points", differences=Listed(differences)),
        remarks.of(known, "deterrence"),
        phrase("patron.small" if _is_small(known) else "patron.comparable"),
    ])  # fmt: skip


def _difference(option: Record) -> str:
    return f"feasibility.deterrence_difference.{option['id']}"


def _is_small(known: Known) -> bool:
    """Whether the difference is small beside the range of the effect, for every option."""
    return all(known.number(_difference(row)) <= SMALL * _width(known, row) for row in known.options)


def _width(known: Known, option: Record) -> float:
    effect = known.fact(f"feasibility.reduction{place(known, option['id'])}")
    return float(effect.p95) - float(effect.p5)  # type: ignore[arg-type]


def weakest_links(known: Known) -> Said:
    """Where the first option lacks most without support."""
    option, base = str(known.options[0]["id"]), known.levels[0]
    gaps = known.rows("enabler_gaps", option=option, support_level=base)
    widest = max((row["gap"] for row in gaps), default=0)
    if widest <= 0:
        return NOTHING
    labels = Listed([row["label"] for row in gaps if row["gap"] == widest])
    return phrase(
        "patron.widest_gap", option=named(known, option), support=support(known, option, base), capabilities=labels
    )


def bare(known: Known) -> Said:
    """The option that shows what is lacking without the patron: the first that is planned without its support."""
    planned = known.rows("options", support_level=known.levels[0])
    if not planned:
        return NOTHING
    option = str(planned[0]["id"])
    return phrase("patron.bare", option=named(known, option), support=support(known, option))


def items(known: Known) -> list[Row]:
    """What the patron could give, the weakest link without it, how wide that gap is and how long it would stay."""
    planned = known.rows("options", support_level=known.levels[0])
    listed = known.called["items"].items()
    found = [_item(known, planned[0], item, label) for item, label in listed] if planned else []
    return [row for row in found if row]


def _item(known: Known, option: Record, item: str, label: str) -> Row | None:
    at = {"option": option["id"], "support_level": option["support_level"]}
    gaps = known.rows("enabler_gaps", **{ITEM: item}, **at)
    if gaps:
        return _gap(option, label, gaps)
    known_of = [row for row in known.rows("enablers", **{ITEM: item}) if row["capability"] != CONTEXT]
    why = "not_widest" if any(_is_critical(known, row, option) for row in known_of) else "not_critical"
    return Row([label, known_of[0]["name"], phrase(f"patron.{why}"), None]) if known_of else None


def _is_critical(known: Known, enabler: Record, option: Record) -> bool:
    """Whether an option cannot do without an enabler."""
    needs = known.rows("enabler_needs", enabler=enabler["id"], option=option["id"])
    return any(need["criticality"] >= known.case["feasibility"]["critical_from"] for need in needs)


def _gap(option: Record, label: str, gaps: Sequence[Record]) -> Row:
    widest = max(gaps, key=lambda row: row["gap"])
    gap = Number(f"feasibility.enabler_gap.{widest['capability']}.{option['id']}", "exact")
    return Row([label, widest["weakest"], gap, widest["years"]])
