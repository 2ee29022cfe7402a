"""How many troops would be needed: the table of roles, and what such a force would contain."""

from __future__ import annotations

from peacebrief.reasoning.digits import rounded
from peacebrief.telling.answers import sizes
from peacebrief.telling.saying import remarks
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Cited, Listed, Number, Phrase, Pointer, Row, Said, Sentences, phrase

# Elements of a force that the text tells; a phrase of the same name says each.
ELEMENTS = ("reaction_bases", "monitoring_aircraft", "reserve_brigades", "tanks")
RULE = "rotation_ratio"


def roles(known: Known) -> list[Row]:
    """What each role would take, how many methods ask for the size in question, and what was proposed."""
    return [_role(known, role) for role in sizes.roles(known)]


def _role(known: Known, role: str) -> Row:
    meant = known.case["roles"][role]
    return Row([
        meant["label"], meant["definition"], sizes.force(role), sizes.asking(known, role), proposed_for(known, role),
        Number(f"sizing.confidence.{role}", "words"),
    ])  # fmt: skip


def proposed_for(known: Known, role: str) -> Said:
    """The published proposals for a role, from the smallest to the largest, counted; nothing where there is none."""
    made = f"evidence.proposals.{known.case['roles'][role]['proposal_class']}"
    if not known.has(f"{made}.count"):
        return NOTHING
    count = Number(f"{made}.count", "exact")
    if known.number(f"{made}.smallest") == known.number(f"{made}.largest"):
        return phrase("how_many.proposed_alike", size=Number(f"{made}.median", "significant"), count=count)
    ends = {"least": Number(f"{made}.smallest", "significant"), "most": Number(f"{made}.largest", "significant")}
    return phrase("how_many.proposed_between", **ends, count=count)


def proposed(known: Known) -> Sentences:
    """How many sizes have been proposed, by whom where the case remarks it, and how they spread."""
    counted = phrase("how_many.proposed", count=Number("evidence.proposals.count", "exact"))
    median, low, high = (
        Number(f"evidence.proposals.{part}", "significant") for part in ("median", "lower_quartile", "upper_quartile")
    )
    spread = phrase("how_many.spread_of_proposed", median=median, low=low, high=high)
    return Sentences([remarks.of(known, "proposed") or counted, spread, of_the_size(known)])


def of_the_size(known: Known) -> Sentences:
    """How many proposals reach the size in question, how many name just that, and what the case remarks on those."""
    size = sizes.asked(known)
    told = {
        "reaching": Number(f"evidence.proposals.at_least.{size}", "exact"),
        "count": Number("evidence.proposals.count", "exact"),
        "size": sizes.in_question(known),
    }
    exactly = f"evidence.proposals.exactly.{size}"
    if known.number(exactly) == 0:
        return Sentences([phrase("how_many.reaching", **told)])
    parts = {"exactly": Number(exactly, "exact"), "above": Number(f"evidence.proposals.above.{size}", "exact")}
    named = phrase("how_many.reaching_or_just_that", **told, **parts)
    return Sentences([named, remarks.of(known, "proposed_exactly")])


def contents(known: Known) -> Said:
    """What the roles would need of each element, from the least to the most."""
    found = [
        phrase(f"how_many.{element}", count=_span(known, spread))
        for element in ELEMENTS
        if (spread := _spread(known, element))
    ]
    return phrase("how_many.by_tasks", elements=Listed(found, "; ")) if found else NOTHING


def _spread(known: Known, element: str) -> list[str]:
    """The counts of an element that roles need, the smallest first."""
    counts = [f"sizing.capability.{role}.{element}" for role in sizes.roles(known)]
    return sorted(filter(known.has, counts), key=known.number)


def _span(known: Known, spread: list[str]) -> Said:
    least, most = spread[0], spread[-1]
    if rounded(known.number(least)) == rounded(known.number(most)):
        return Number(least, "p50")
    return phrase("how_many.span", least=Number(least, "p50"), most=Number(most, "p50"))


def rotation_rules(known: Known) -> Sentences:
    """The range of the published rules of rotation, and what the inputs note on them, with their sources."""
    rule = known.row("assumptions", id=RULE)
    least, most = (Number(f"assumptions.{RULE}.{end}", "exact") for end in ("smallest", "largest"))
    noted = Listed([rule["note"], Cited(rule["source"], "note")], "")
    return Sentences([phrase("how_many.rotation_rules", least=least, most=most), noted])


def rotation(known: Known) -> Phrase:
    """What rotation does to the force of the last role, the heaviest."""
    return sizes.rotation(known, sizes.roles(known)[-1])


def several_tasks(_: Known) -> Phrase:
    """Where each task has its result, and what that stands beside."""
    roles, ladder = Pointer("table", "roles"), Pointer("figure", "force_ladder")
    return phrase("how_many.several_tasks", roles=roles, ladder=ladder)
