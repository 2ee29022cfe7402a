"""Sentences on what the routes could carry, on losses and on arrival."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences.numbers import two_digits
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page, World

TIE = 0.01


def cut_off(world: World) -> bool:
    """Whether no open route reaches some sector."""
    return world.words("logistics.cut_off") != "none"


def carried(world: World, case: str) -> list[str]:
    """The postures in which the force of reference is fed with the capacities of a case, as it is printed."""
    size = world.case["logistics"]["reference_size"]
    largest = {one: world.number(f"logistics.largest_force.{case}.{one}") for one in world.postures}
    return [posture for posture in world.postures if two_digits(largest[posture]) >= size]


@rule(branches="cut_off reached one_way")
def reached(page: Page) -> Iterator[Claim]:
    """Sectors that no route reaches, and sectors with one way in."""
    away = cut_off(page.world)
    yield from only_if(page, "cut_off", "no open route reaches {}", so=away)
    zero = all(page.world.number(f"logistics.largest_force.{case}.{posture}") == 0
               for case in ("low", "central", "high") for posture in page.world.postures)  # fmt: skip
    yield Claim("cut_off" if away else "reached", "nothing reaches a sector that is cut off", zero or not away)
    for name in page.world.facts:
        if name.startswith("logistics.only_way."):
            yield from only_if(page, "one_way", f"There is a single way in: ⟦{name}=", so=True)


@rule(branches="all some none just roomy")
def routes(page: Page) -> Iterator[Claim]:
    """In which postures the force of reference is fed with pessimistic capacities."""
    if cut_off(page.world):
        return
    world, size = page.world, page.world.case["logistics"]["reference_size"]
    fed = carried(world, "low")
    short = [posture for posture in world.postures if posture not in fed]
    could = "Even with pessimistic capacities the routes could carry the supplies of {} troops"
    yield from one_of(page, "what routes carry", {
        "all": (f"{could}, in every posture", not short),
        "some": (rf"{could} (.+?)\. With the same capacities they would feed fewer: .+?\)\.", bool(fed and short)),
        "none": (r"With pessimistic capacities the routes would feed fewer than {} troops: .+?\)\.", not fed),
    })  # fmt: skip
    for match in found(page, rf"{could} (.+?)\. With the same"):
        for posture in world.postures:
            just = two_digits(world.number(f"logistics.largest_force.low.{posture}")) < 1.2 * size
            told = re.search(rf"{re.escape(world.phrase(posture))}( \(but only just\))?", match[2])
            yield Claim("", f"{posture} in {match[2]}", (told is not None) == (posture in fed))
            if told:
                yield Claim("just" if told[1] else "roomy", match[2], bool(told[1]) == just)
    for match in found(page, r"{} ([^({⟧]+?) \(with central capacities {}\)"):
        posture = match[1].rpartition(".")[2]
        holds = match[2] == world.phrase(posture) and posture in short and match[3].endswith(f"central.{posture}")
        yield Claim("", match[0], holds and two_digits(world.number(match[1])) < size)


@rule(branches="pair single limit transit")
def worst_losses(page: Page) -> Iterator[Claim]:
    """The losses named leave least, by the table of losses; where nothing is fed nothing is said."""
    world, first = page.world, page.world.postures[0]
    fed = (
        world.number(f"logistics.largest_force.central.{first}") > 0
        and f"logistics.worst_single.{first}" in world.facts
    )
    rows = [row for row in world.tables["losses"] if row["posture"] == first and row["capacity_case"] == "central"]
    by_size = {size: [row for row in rows if row["kind"] in {"country", "countries"}
                      and len(row["loss"].split("+")) == size] for size in (1, 2)}  # fmt: skip
    least = {size: min((row["remaining"] for row in own), default=0.0) for size, own in by_size.items()}
    for match in found(
        page,
        r"Of single countries the loss of {} would leave least .+?, {} of the largest force that could be fed\."
        "(?: Of pairs it is that of {}, with {} left)?",
    ):
        worst = [world.number(name) for name in (match[2], match[4]) if name]
        holds = all(abs(one - least[size]) < 1e-6 for size, one in enumerate(worst, start=1))
        holds = holds and (len(worst) == 2) == bool(by_size[2])
        labels = {row["label"] for row in by_size[1] if abs(row["remaining"] - least[1]) < 1e-6}
        yield Claim("pair", match[0], holds and world.words(match[1]) in labels and fed)
    for branch, pattern in (("single", "Of single countries"), ("limit", "With central capacities what sets the limit"),
                            ("transit", "Transit through {} matters most")):  # fmt: skip
        yield from only_if(page, branch, pattern, so=fed)


@rule(branches="both country pair")
def steady(page: Page) -> Iterator[Claim]:
    """A loss is said to stay the worst only where nothing leaves less in any case of capacity."""
    world, first = page.world, page.world.postures[0]
    least = {}
    for size, name in ((1, "worst_single"), (2, "worst_pair")):
        rows = [row for row in world.tables["losses"] if row["posture"] == first
                and row["kind"] in {"country", "countries"} and len(row["loss"].split("+")) == size]  # fmt: skip
        ends = {case: min(row["remaining"] for row in rows if row["capacity_case"] == case)
                for case in {row["capacity_case"] for row in rows}}  # fmt: skip
        own = f"logistics.{name}.{first}"
        named = [row for row in rows if own in world.facts and row["label"] == world.words(own)]
        least[name] = bool(named) and all(row["remaining"] <= ends[row["capacity_case"]] + 1e-6 for row in named)
    meant = {"Both stay": all(least.values()), "The country stays": least["worst_single"],
             "The pair stays": least["worst_pair"]}  # fmt: skip
    for match in found(page, "(Both stay|The country stays|The pair stays) the worst there whether capacities"):
        branch = match[1].split()[-2].lower()
        yield Claim(branch, match[0], meant[match[1]])


@rule(branches="robust unsteady")
def robust(page: Page) -> Iterator[Claim]:
    """Whether losses change places between the cases of capacity, counted again from the table."""
    unsteady = any(_swaps(page.world, posture) for posture in page.world.postures)
    yield from one_of(page, "order of losses", {
        "unsteady": ("The order of the losses is not robust", unsteady),
        "robust": ("The order of countries lost, and of pairs of them, is the same whether capacities", not unsteady),
    })  # fmt: skip


def _swaps(world: World, posture: str) -> bool:
    left: dict[str, dict[str, float]] = {}
    for row in world.tables["losses"]:
        if row["posture"] == posture and row["kind"] in {"country", "countries"}:
            left.setdefault(row["loss"], {})[row["capacity_case"]] = row["remaining"]
    gaps = [[one[case] - other[case] for case in one] for one in left.values() for other in left.values()]
    return any(min(gap) < -TIE and max(gap) > TIE for gap in gaps)
