"""Sentences on who sends troops, what could go wrong, how long it lasts, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page, World


def deployed(world: World, option: str) -> dict[str, float]:
    """What each contributor sends to an option as planned, those that send nothing left out."""
    level = world.options[option]["support_level"]
    rows = [row for row in world.tables["burden"] if (row["option"], row["support_level"]) == (option, level)]
    return {
        f"generation.deployed.{option}.{row['contributor']}": row["deployed"] for row in rows if row["deployed"] > 0
    }


@rule(branches="no_better better worse")
def left_out(page: Page) -> Iterator[Claim]:
    """The share fitted to the record is said to beat a constant only where chance would seldom give its lead."""
    world, test = page.world, "generation.validation."
    fit, constant = (world.number(f"{test}{way}.mean_by_state") for way in ("share", "constant"))
    proven = world.number(f"{test}constant.paired") < 0.05
    yield from one_of(page, "the fit against a constant", {
        "no_better": (r"The fit does not beat the constant\.", not proven),
        "better": (r"The fit beats the constant\.", proven and fit < constant),
        "worse": (r"The constant beats the fit\.", proven and fit >= constant),
    })  # fmt: skip


@rule(branches="carry size")
def war_by_size(page: Page) -> Iterator[Claim]:
    """What carries over is said to matter more than the number only where it moves the risk at least as much."""
    world = page.world
    sizes = sorted(int(name.rpartition(".")[2]) for name in world.facts if name.startswith("feasibility.war_size."))
    first, last = sizes[1], sizes[-1]
    risk = {(size, carry): world.number(f"feasibility.war_risk.{size}.{carry}")
            for size in (first, last) for carry in ("none", "third", "full")}  # fmt: skip
    carried = risk[first, "none"] - risk[first, "full"] >= risk[first, "third"] - risk[last, "third"]
    yield from one_of(page, "what decides the risk by size", {
        "carry": (r"So what carries over matters more than the number", carried),
        "size": (r"So the number matters more than what carries over", not carried),
    })  # fmt: skip


@rule(branches="above")
def war_in_a_year(page: Page) -> Iterator[Claim]:
    """What the register says of a year is said to be above the counts where the least of it, every year, is."""
    world = page.world
    judged = [world.facts.get(f"feasibility.risk_war.{option}") for option in world.options]
    counted, years = world.number("feasibility.war_risk.0.none"), world.number("feasibility.planning_horizon")
    least = min((float(one.value) for one in judged if one), default=0.0)
    if page.name in ("brief", "spoken"):
        pattern = "At the same risk every year, each of these would come to more within {} years than the {}"
        yield from only_if(page, "above", pattern, so=1 - (1 - least) ** years > counted)


@rule(branches="shares lasting")
def duration(page: Page) -> Iterator[Claim]:
    """Shares lie in their bands and fall with the years; an operation that lasts is only said to last where it does."""
    world = page.world
    shares = []
    for match in found(page, r"{} were still in place after {} years \({} to {}\)"):
        share, years, low, high = (world.number(match[place]) for place in range(1, 5))
        shares.append((years, share))
        yield Claim("", match[0], low <= share <= high and match[1].endswith(f".{years:g}"))
    ordered = [share for _, share in sorted(shares)]
    yield Claim("shares" if ordered else "", f"still there {ordered}", ordered == sorted(ordered, reverse=True))
    lasting = world.number("feasibility.duration_shape") < 1
    yield from only_if(page, "lasting", "The longer one has lasted, the less likely it is to end", so=lasting)


@rule(branches="none all some met missing least most")
def indicators(page: Page) -> Iterator[Claim]:
    """Which indicators meet their threshold, each judged again from its numbers."""
    world, rows = page.world, page.world.tables["indicators"]
    met = {}
    for row in rows:
        value, threshold = (
            world.number(f"feasibility.indicator.{row['id']}.{part}") for part in ("value", "threshold")
        )
        met[row["id"]] = value <= threshold if row["direction"] == "at_most" else value >= threshold
    labels = [row["label"] for row in rows if met[row["id"]]]
    told_as = r"Only (?:these meet their thresholds|this meets its threshold): (.+?)\.(?=\s|$)"
    yield from one_of(page, "indicators met", {
        "none": ("None of them meets its threshold", not labels),
        "all": ("All of them meet their thresholds", len(labels) == len(rows)),
        "some": (told_as, 0 < len(labels) < len(rows)),
    })  # fmt: skip
    for match in found(page, told_as):
        named = [f"{head}, {tail}" if tail else head
                 for head, _, tails in (part.rstrip(")").partition(" (") for part in match[1].split("; "))
                 for tail in re.split(", | and ", tails)]  # fmt: skip
        yield Claim("", match[0], [one.lower() for one in named] == [label.lower() for label in labels])
    for row in rows:
        stem = f"⟦feasibility.indicator.{row['id']}."
        value, threshold = (rf"{re.escape(stem)}{part}=[^⟧]*⟧(?: points)?" for part in ("value", "threshold"))
        told = re.search(rf"{value}\n(at least|at most) {threshold}\n(.*)", page.text)
        if told is None:
            continue
        holds = (told[2] == "met") == met[row["id"]]
        yield Claim("met" if met[row["id"]] else "missing", told[0], holds)
        in_points = row["unit"] in {"points", "probability", "share"}
        yield Claim("", told[0], told[2] == "met" or told[2].endswith(" points") == in_points)
        side = "most" if row["direction"] == "at_most" else "least"
        yield Claim(side, row["id"], told[1] == f"at {side}")
