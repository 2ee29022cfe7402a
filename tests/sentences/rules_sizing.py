"""Sentences on the size of the force, on history and on the article's claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sentences.numbers import two_digits
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page, World

VERDICTS = ("supported", "partly supported", "contradicted", "unverifiable")
GUESS = {"line(?!ar)": "constant_line", "population": "constant_population", "mandate": "constant_all"}
BY_RULE = ("numeric", "proposals", "rank")


def middles(world: World) -> dict[str, float]:
    """The middle result of each role."""
    return {role: world.number(f"sizing.force.{role}") for role in world.case["roles"]}


def method_middles(world: World, role: str) -> dict[str, float]:
    """The middle result of each method that a role is sized with, by fact."""
    names = [f"sizing.method.{row['method']}.{role}" for row in world.tables["method_weights"]
             if row["role"] == role and float(row["weight"]) > 0]  # fmt: skip
    return {name: world.number(name) for name in names}


def spread_of_methods(world: World, role: str) -> float:
    """The largest middle result of the methods of a role over the smallest."""
    values = method_middles(world, role).values()
    return max(values) / min(values)


@rule("answers.confidence_sentence", "likelihoods.graded", branches="alike apart")
def confidence(page: Page) -> Iterator[Claim]:
    """Confidence for every role alike, or for each."""
    grades = {role: page.world.words(f"sizing.confidence.{role}") for role in page.world.case["roles"]}
    alike = len(set(grades.values())) == 1
    stem = "Confidence in the sizes is "
    yield from one_of(page, "confidence in sizes", {
        "alike": (f"{stem}{{}} for every role", alike),
        "apart": (f"{stem}{{}} for (?!every role)", not alike),
    })  # fmt: skip


@rule("answers.skill_sentence", branches="none one several")
def skill(page: Page) -> Iterator[Claim]:
    """How many rules beat a constant guess."""
    misses = {name.split(".")[2]: two_digits(10 ** page.world.number(name)) for name in page.world.facts
              if name.startswith("sizing.validation.") and name.endswith(".median_abs_log10_error")}  # fmt: skip
    guesses = {rule: next(guess for start, guess in GUESS.items() if re.search(start, rule))
               for rule in misses if not rule.startswith("constant")}  # fmt: skip
    known = sum(misses[rule] < misses[guess] for rule, guess in guesses.items())
    for name, count in (("rules_that_beat_the_constant", known), ("rules_tested", len(guesses))):
        yield Claim("", f"{name}: {count}", page.world.number(f"sizing.{name}") == count)
    stem = "Of the {} rules that history can test, "
    yield from one_of(page, "skill", {
        "none": (f"{stem}none beats a constant guess", known == 0),
        "one": (f"{stem}{{}} beats a constant guess", known == 1),
        "several": (f"{stem}{{}} beat a constant guess", known > 1),
    })  # fmt: skip


@rule("answers.rotation_sentence", branches="pools")
def rotation(page: Page) -> Iterator[Claim]:
    """The pools named are the smallest and the largest."""
    for match in found(page, "keeping {} people in place for [^.]+? would tie up {} to {} soldiers"):
        role = match[1].rpartition(".")[2]
        pools = {name: page.world.number(name) for name in page.world.facts
                 if name.startswith("sizing.pool_by_rule.") and name.endswith(f".{role}")}  # fmt: skip
        least, most = pools[match[2]], pools[match[3]]
        holds = (least, most) == (min(pools.values()), max(pools.values()))
        yield Claim("pools", match[0], holds and least >= page.world.number(match[1]))


@rule("answers.verdicts_counted", "claims", branches="ruled read opinions")
def claims_counted(page: Page) -> Iterator[Claim]:
    """The claims counted by verdict, recounted one by one."""
    stems = {"ruled": r"(?:that can be checked by number|The result): (.+?)\.(?=\s|$)",
             "read": r"judged by reading the sources: (.+?)\.(?=\s|$)"}  # fmt: skip
    groups = {name: Counter() for name in stems}
    for row in page.world.tables["claims"]:
        verdict = page.world.words(f"claims.{row['id']}.verdict")
        group = "ruled" if row["rule"] in BY_RULE else "read" if row["rule"] == "judgement" else ""
        if group:
            groups[group][verdict] += 1
    for name, stem in stems.items():
        counts = [(str(groups[name][verdict]), verdict) for verdict in VERDICTS if groups[name][verdict]]
        for match in found(page, stem):
            told = found_counts(match[1])
            yield Claim(name, match[0], told == counts)
    opinions = any(row["rule"] == "opinion" for row in page.world.tables["claims"])
    yield from only_if(page, "opinions", "What the article says as an opinion is listed and marked", so=opinions)


def found_counts(words: str) -> list[tuple[str, str]]:
    """The counts in "2 supported; 1 contradicted", or nothing in "none"."""
    if words == "none":
        return []
    parts = [part.strip().partition("⟧") for part in words.split(";")]
    return [(head.rpartition("=")[2], tail.strip()) for head, _, tail in parts]


@rule("brief.claims_checked", "claims", branches="supported partly contradicted")
def number_verdicts(page: Page) -> Iterator[Claim]:
    """The verdict on each claim with a number follows from the numbers printed beside it."""
    rules = page.world.case["claims"]
    for row in page.world.tables["claims"]:
        name = f"claims.{row['id']}"
        if row["rule"] in BY_RULE and f"{name}.central" in page.world.facts:
            claimed, low, central, high = (page.world.number(f"{name}.{part}")
                                           for part in ("claimed", "low", "central", "high"))  # fmt: skip
            inside = low * (1 - rules["rounding_share"]) <= claimed <= high * (1 + rules["rounding_share"])
            close = abs(claimed / central - 1) <= rules["close_share"]
            verdict = page.world.words(f"{name}.verdict")
            meant = "contradicted" if not inside else "supported" if close else "partly supported"
            yield Claim(meant.partition(" ")[0], f"{name}: {verdict}", verdict == meant)
