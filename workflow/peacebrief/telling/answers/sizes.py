"""Sizes: how many people each task would take by the methods, which of them ask for the size in question, how sure."""

from __future__ import annotations

from collections.abc import Callable

from peacebrief.telling.saying import chances
from peacebrief.telling.saying.known import Known
from peacebrief.telling.saying.options import named
from peacebrief.telling.saying.said import Listed, Number, Opening, Phrase, Said, Sentences, phrase

ANSWERS = "sizing.answers_"
TESTED, BEATING = "sizing.rules_tested", "sizing.rules_that_beat_the_constant"


def roles(known: Known) -> list[str]:
    """The roles that a force may have, in the order of the case."""
    return list(known.case["roles"])


def role_named(known: Known, role: str) -> str:
    """A role as it stands in a sentence."""
    return str(known.case["roles"][role]["label"]).lower()


def what_roles_are(known: Known) -> Phrase:
    """What a role is, and which there are."""
    return phrase("sizes.what_roles_are", roles=Listed([role_named(known, role) for role in roles(known)], "or"))


def by_size(known: Known) -> list[str]:
    """The roles, from the one that would take least to the one that would take most."""
    return sorted(roles(known), key=lambda role: known.number(f"sizing.force.{role}"))


def in_question(known: Known) -> Number:
    """The size that the case asks about."""
    return Number(f"evidence.force_size.{asked(known)}", "exact")


def asked(known: Known) -> str:
    """The size that the case asks about, as a part of the ids of facts."""
    return str(known.case["force_sizes"][0])


def by_role(known: Known) -> Sentences:
    """What each role would take, a sentence for each."""
    told = [
        phrase(
            "sizes.would_take_by_one" if _by_one(known, role) else "sizes.would_take", **_purpose_and_force(known, role)
        )
        for role in roles(known)
    ]
    return Sentences([*told, what_ranges_are(known)])


def what_ranges_are(known: Known) -> Phrase:  # noqa: ARG001 - asked as every sentence is
    """What the ends of a range of methods are, and what they are not."""
    return phrase("sizes.what_ranges_are")


def listed(known: Known) -> list[Phrase]:
    """What each role would take, as items of a list."""
    return [
        phrase("sizes.item_by_one" if _by_one(known, role) else "sizes.item", **_purpose_and_force(known, role))
        for role in roles(known)
    ]


def _by_one(known: Known, role: str) -> bool:
    """Whether one method alone fits a role."""
    return known.number(f"sizing.methods_fitting.{role}") == 1


def _purpose_and_force(known: Known, role: str) -> dict[str, Said]:
    return {"purpose": str(known.case["roles"][role]["purpose"]), "range": force(role)}


def force(role: str) -> Number:
    """What a role would take, from the lowest to the highest method that fits."""
    return Number(f"sizing.force.{role}", "range")


def asking(known: Known, role: str) -> Phrase:
    """How many of the methods that fit a role ask for the size in question."""
    return phrase(
        "sizes.of",
        part=Number(f"sizing.methods_at_least.{asked(known)}.{role}", "exact"),
        whole=Number(f"sizing.methods_fitting.{role}", "exact"),
    )


def likelihood(known: Known) -> Sentences:
    """Which methods ask for the size in question, and how likely it is needed where a method has shown skill."""
    return Sentences([asking_for_it(known), chance_of_it(known)])


def likelihood_in_short(known: Known) -> Sentences:
    """As `likelihood`, where there is room for a line: without the tasks for which no method asks for as many."""
    those = _asking_roles(known)
    if any(known.has(_chance(known, role)) for role in roles(known)):
        return likelihood(known)
    asking = phrase("sizes.asking_in_short", size=in_question(known), roles=Listed(_asking_for(known, those)))
    return Sentences([asking if those else asking_for_it(known), phrase("sizes.no_chance_in_short")])


def _asking_roles(known: Known) -> list[str]:
    """The roles for which some method that fits asks for the size in question."""
    return [role for role in roles(known) if known.number(f"sizing.methods_at_least.{asked(known)}.{role}") > 0]


def _asking_for(known: Known, those: list[str]) -> list[Phrase]:
    return [phrase("sizes.asking_for", role=role_named(known, role), asking=asking(known, role)) for role in those]


def asking_for_it(known: Known) -> Phrase:
    """How many of the methods that fit ask for the size in question, role by role where any does."""
    those = _asking_roles(known)
    if not those:
        return phrase("sizes.none_ask", size=in_question(known))
    told = _asking_for(known, those)
    some = len(those) < len(roles(known))
    return phrase("sizes.some_ask" if some else "sizes.all_roles_ask", size=in_question(known), roles=Listed(told))


def chance_of_it(known: Known) -> Said:
    """How likely the size in question is needed where a method has shown skill; else why no chance is given."""
    able = [role for role in roles(known) if known.has(_chance(known, role))]
    if not able:
        return no_chance(known)
    lead = phrase("sizes.that_many_needed", size=in_question(known))
    told = chances.told(known, lead, [(_chance(known, role), role_named(known, role)) for role in able])
    others = [role_named(known, role) for role in roles(known) if role not in able]
    return Sentences([told, phrase("sizes.no_chance_for", roles=Listed(others)) if others else ""])


def no_chance(known: Known) -> Phrase:
    """Why no chance is given: no method could be scored on missions of its kind, or none beats a constant there."""
    if known.number(f"{ANSWERS}scored") == 0:
        return phrase("sizes.never_scored")
    counts = {part: Number(f"{ANSWERS}{part}", "exact") for part in ("fitting", "scored")}
    return phrase("sizes.without_skill", **counts)


def _chance(known: Known, role: str) -> str:
    return f"sizing.probability_at_least.{asked(known)}.{role}"


def grades(known: Known) -> Phrase:
    """Confidence in the sizes alone."""
    items = [(f"sizing.confidence.{role}", role_named(known, role)) for role in roles(known)]
    return chances.graded(known, "sizes.confidence_in_sizes", items)


def confidence(known: Known, *, short: bool = False) -> Sentences:
    """Confidence in the sizes, and by how much the methods differ; `short` leaves history out."""
    factors = _for_each(known, lambda role: Number(f"sizing.agreement.{role}", "significant"))
    differ = phrase("sizes.methods_differ", factors=factors)
    return Sentences([grades(known), differ, "" if short else skill(known)])


def _for_each(known: Known, number: Callable[[str], Number]) -> Listed:
    """A number for each role, as names in a list."""
    return Listed([
        phrase("sizes.number_for", number=number(role), role=role_named(known, role)) for role in roles(known)
    ])  # fmt: skip


def skill(known: Known) -> Sentences:
    """Whether history supports any rule, over missions of all kinds and within one kind."""
    tested, beating = Number(TESTED, "exact"), Number(BEATING, "exact")
    count = known.number(BEATING)
    if count == 0:
        found = phrase("sizes.none_beats", tested=tested)
    else:
        found = phrase("sizes.one_beats" if count == 1 else "sizes.several_beat", tested=tested, beating=beating)
    able = known.number(f"{ANSWERS}with_skill") > 0
    within = phrase("sizes.some_within_a_kind" if able else "sizes.none_within_a_kind")
    return Sentences([found, within if count else "", phrase("sizes.not_tested")])


def rotation(known: Known, role: str) -> Phrase:
    """What rotation does to the force of one role: the smallest and the largest pool by the published rules."""
    pools = sorted(
        (fact for fact in known.facts if fact.startswith("sizing.pool_by_rule.") and fact.endswith(f".{role}")),
        key=known.number,
    )
    least, most = (Number(pool, "p50") for pool in (pools[0], pools[-1]))
    size = Number(f"sizing.force.{role}", "p50")
    return phrase("sizes.rotation", size=size, role=role_named(known, role), least=least, most=most)


def beside_options(known: Known) -> Sentences:
    """The size that each option is judged at beside what its task would take."""
    told = [
        phrase(
            "sizes.judged_at",
            option=Opening(named(known, row["id"])),
            judged=Number(f"generation.size.{row['id']}", "exact"),
            role=role_named(known, row["role"]),
            range=force(row["role"]),
        )
        for row in known.options
    ]
    return Sentences([phrase("sizes.published_sizes"), *told])
