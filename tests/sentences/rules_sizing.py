"""Sentences on the size of the force, on history and on claims."""

from __future__ import annotations

from collections.abc import Iterator

from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page, World

GUESS = {"line(?!ar)": "constant_line", "population": "constant_population", "mandate": "constant_all"}
# What chance alone gives this seldom is no luck, and where a page says how methods fare among missions of one kind.
LUCKY, WITHIN = 0.05, "Among missions of one kind "
BY_RULE = ("numeric", "size", "rank")


def middles(world: World) -> dict[str, float]:
    """The middle result of each role."""
    return {role: world.number(f"sizing.force.{role}") for role in world.case["roles"]}


def method_middles(world: World, role: str) -> dict[str, float]:
    """The middle result of each method that fits a role, by fact."""
    names = [f"sizing.method.{row['method']}.{role}" for row in world.tables["role_methods"]
             if row["role"] == role and row["fits"] == "yes"]  # fmt: skip
    return {name: world.number(name) for name in names}


def spread_of_methods(world: World, role: str) -> float:
    """The largest middle result of the methods of a role over the smallest."""
    values = method_middles(world, role).values()
    return max(values) / min(values)


@rule(branches="none some every short one never without skill chance others")
def asked(page: Page) -> Iterator[Claim]:
    """How many methods ask for the size in question, counted one by one; and why no chance is given, where none is."""
    world = page.world
    size, roles = world.case["force_sizes"][0], list(world.case["roles"])
    asking = {role: sum(value >= size for value in method_middles(world, role).values()) for role in roles}
    for role, count in asking.items():
        yield Claim("", f"{role}: {count}", world.number(f"sizing.methods_at_least.{size}.{role}") == count)
    those = [role for role in roles if asking[role]]
    stem = "Of the methods that fit, these ask for {} or more: {} of {} for [^;]+?"
    in_short = found(page, "Methods that ask for {} or more: {} of {} for ")
    for match in in_short:
        yield Claim("short", match[0], bool(those))
    if not in_short:
        yield from one_of(page, "methods that ask", {
            "none": ("No method that fits a task asks for {} or more", not those),
            "some": (f"{stem}; for the other tasks none does", bool(those) and len(those) < len(roles)),
            "every": (rf"{stem}\.(?= (?:Past missions|No method here|That))", len(those) == len(roles)),
        })  # fmt: skip
    yield from only_if(page, "skill", "None has shown skill, so no chance is given",
                       so=not any(world.number(f"sizing.methods_with_skill.{role}") for role in roles))  # fmt: skip
    yield from only_if(page, "one", ", by one method", so=any(len(method_middles(world, role)) == 1 for role in roles))
    able = [role for role in roles if world.number(f"sizing.methods_with_skill.{role}")]
    scored = sum(world.number(f"sizing.methods_scored.{role}") for role in roles)
    told = [name.rpartition(".")[2] for name in world.facts if name.startswith("sizing.probability_at_least.")]
    yield Claim("", f"chances: {told}", set(told) == set(able))
    yield from one_of(page, "chances", {
        "never": ("No method here could be scored on past missions of its kind, so no chance is given", not scored),
        "without": ("Past missions of the same kind can score {} of the {} answers, and none of these beats a constant",
                    bool(scored) and not able),
        "chance": ("would be needed, by the methods that have predicted past missions of the kind,", bool(able)),
    })  # fmt: skip
    yield from only_if(page, "others", "no method has predicted past missions of its kind better than a constant guess",
                       so=0 < len(able) < len(roles))  # fmt: skip


@rule(branches="none one several within apart")
def skill(page: Page) -> Iterator[Claim]:
    """How many rules beat a constant guess, and whether any does so among missions of one kind."""
    world = page.world
    luck = {name: world.number(name) for name in world.facts
            if name.startswith("sizing.validation.") and name.endswith(".luck")}  # fmt: skip
    known = sum(chance <= LUCKY for chance in luck.values())
    for name, count in (("rules_that_beat_the_constant", known), ("rules_tested", len(luck))):
        yield Claim("", f"{name}: {count}", world.number(f"sizing.{name}") == count)
    stem = "Of the {} rules that history can test, "
    yield from one_of(page, "skill", {
        "none": (f"{stem}none beats a constant guess", known == 0),
        "one": (f"{stem}{{}} beats a constant guess", known == 1),
        "several": (f"{stem}{{}} beat a constant guess", known > 1),
    })  # fmt: skip
    able = any(world.number(f"sizing.methods_with_skill.{role}") for role in world.case["roles"])
    for match in found(page, f"{WITHIN}(no|some) method that fits"):
        yield Claim("within" if able else "apart", match[0], known > 0 and (match[1] == "some") == able)


@rule(branches="supported partly contradicted")
def number_verdicts(page: Page) -> Iterator[Claim]:
    """The verdict on each claim with a number follows from the numbers printed beside it."""
    rules = page.world.case["claims"]
    for row in page.world.tables["claims"]:
        name = f"claims.{row['id']}"
        if row["rule"] == "numeric" and f"{name}.central" in page.world.facts:
            claimed, low, central, high = (page.world.number(f"{name}.{part}")
                                           for part in ("claimed", "low", "central", "high"))  # fmt: skip
            inside = low * (1 - rules["rounding_share"]) <= claimed <= high * (1 + rules["rounding_share"])
            close = abs(claimed / central - 1) <= rules["close_share"]
            verdict = page.world.words(f"{name}.verdict")
            meant = "contradicted" if not inside else "supported" if close else "partly supported"
            yield Claim(meant.partition(" ")[0], f"{name}: {verdict}", verdict == meant)
