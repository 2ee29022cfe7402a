"""The key findings of the brief: what stands at the head of each, and the numbers behind it."""

from __future__ import annotations

from peacebrief.reasoning.digits import printed_share, rounded
from peacebrief.telling.answers import sizes, supply, troops, verdict
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.said import NOTHING, Number, Phrase, Said, Sentences, phrase

# Tasks are of like size where the smallest takes at least four fifths of what the largest takes.
ALIKE = 0.8
# Missions are said to last where most of them do.
MOST = 0.5


def tasks(known: Known) -> Phrase:
    """Whether it matters what the force is for."""
    smallest, largest = (rounded(known.number(f"sizing.force.{role}")) for role in _ends(known))
    return phrase("key_findings.task_matters" if smallest < ALIKE * largest else "key_findings.tasks_alike")


def _ends(known: Known) -> tuple[str, str]:
    """The roles that would take least and most."""
    ordered = sizes.by_size(known)
    return ordered[0], ordered[-1]


def in_numbers(known: Known) -> Sentences:
    """What tasks would take, how many proposals reach the size in question, and at which sizes options are judged."""
    return Sentences([span(known), proposals(known), sizes.beside_options(known)])


def span(known: Known) -> Phrase:
    """From the smallest middle of the methods of a role to the largest, and whether all ranges overlap."""
    smallest, largest = _ends(known)
    told: dict[str, Said] = {
        "smallest": Number(f"sizing.force.{smallest}", "p50"),
        "first": sizes.role_named(known, smallest),
        "largest": Number(f"sizing.force.{largest}", "p50"),
        "last": sizes.role_named(known, largest),
    }
    return phrase("key_findings.span_overlapping" if _overlap(known) else "key_findings.span", **told)


def _overlap(known: Known) -> bool:
    forces = [known.fact(f"sizing.force.{role}") for role in sizes.roles(known)]
    return max(float(one.p5 or 0) for one in forces) < min(float(one.p95 or 0) for one in forces)


def proposals(known: Known) -> Phrase:
    """How many published proposals reach the size in question."""
    return phrase(
        "key_findings.proposals",
        reaching=Number(f"evidence.proposals.at_least.{sizes.asked(known)}", "exact"),
        count=Number("evidence.proposals.count", "exact"),
        size=sizes.in_question(known),
    )


def scarcity(known: Known) -> Phrase:
    """Whether soldiers are scarcer than supplies."""
    scarcer = troops.are_any_missing(known) and supply.carries(known, _calmest(known))
    return phrase("key_findings.soldiers_scarcer" if scarcer else "key_findings.soldiers_and_supplies")


def _calmest(known: Known) -> str:
    return supply.postures(known)[0]


def transit(known: Known) -> Said:
    """The country whose loss would leave least, where anything is fed at all."""
    worst = f"logistics.worst_single.{_calmest(known)}"
    if not known.has(worst) or known.number(f"logistics.largest_force.central.{_calmest(known)}") == 0:
        return NOTHING
    return phrase("key_findings.transit", country=Number(worst, "words"))


def support(known: Known) -> Sentences:
    """What support changes: the option that it moves most, and those that differ only by it."""
    most = verdict.support_difference(known, verdict.most_changed(known))
    return Sentences([most, verdict.same_verdicts(known)])


def durations(known: Known) -> Phrase:
    """Whether such missions last."""
    years = known.case["feasibility"]["years"]
    lasting = known.number(f"feasibility.still_there.{years[min(1, len(years) - 1)]}")
    return phrase("key_findings.missions_last" if printed_share(lasting) > MOST else "key_findings.how_long")
