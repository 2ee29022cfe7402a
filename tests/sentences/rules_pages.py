"""Headings, tables and asides that stand on one page only."""

from __future__ import annotations

from collections.abc import Iterator

from sentences.numbers import joined
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page


@rule(branches="recalled read")
def behind_verdicts(page: Page) -> Iterator[Claim]:
    """The verdict told has no fewer inputs behind it than any other; any recalled are counted and named."""
    world = page.world
    rows = {option: world.number(f"evidence.rows_behind_verdict.{option}") for option in world.options}
    for match in found(
        page,
        r"Of {} inputs behind the verdict on [^,]+, {} are judged"
        r"(?: and {} recalled, not re-read(?:\. Those recalled are [^.]+|; the annex names them)|; none is recalled)\.",
    ):
        option = match[1].rpartition(".")[2]
        recalled = world.number(f"evidence.behind_verdict.{option}.recalled")
        named = [f"evidence.rows_behind_verdict.{option}", f"evidence.behind_verdict.{option}.judgement"]
        right = rows[option] == max(rows.values()) and [match[1], match[2]] == named
        yield Claim("recalled" if match[3] else "read", match[0], right and bool(match[3]) == (recalled > 0))


@rule(branches="compared within one several")
def comparators(page: Page) -> Iterator[Claim]:
    """How many judged chances were compared with a counted rate, and how many of these lie outside its interval."""
    world, counts = page.world, "evidence.comparators."
    if page.name not in {"brief", "annex"} or f"{counts}judged" not in world.facts:
        return
    distances = {name for name in world.facts if name.startswith("evidence.distance.")}
    yield Claim("", f"{len(distances)} distances", world.number(f"{counts}compared") == len(distances))
    outside = world.number(f"{counts}outside")
    stem = f"Of ⟦{counts}judged=[^⟧]*⟧ judged chances ⟦{counts}compared=[^⟧]*⟧ have a comparator"
    yield from only_if(page, "compared", stem, so=bool(distances))
    yield from one_of(page, "comparators", {
        "within": ("none lies outside its range", outside == 0),
        "one": (f"⟦{counts}outside=[^⟧]*⟧ lies outside its range", outside == 1),
        "several": (f"⟦{counts}outside=[^⟧]*⟧ lie outside its range", outside > 1),
    })  # fmt: skip


@rule(branches="nobody gates record risks annex")
def whose_chances(page: Page) -> Iterator[Claim]:
    """Judged chances are this project’s where nobody has answered; else experts are said to have a part in them."""
    asked = "elicitation.replaced" in page.world.facts
    panel = r"\(⟦elicitation.experts=[^⟧]*⟧ experts, ⟦elicitation.rounds=[^⟧]*⟧ rounds\)"
    ways = {
        "nobody": ("not elicited from experts|No experts were asked", not asked),
        "gates": (f"are judged: in part by experts who were asked {panel}", asked),
        "record": (f"experts {panel} gave ⟦elicitation.replaced=[^⟧]*⟧ of the judged chances", asked),
        "risks": (f"but for the chances that experts gave who were asked {panel}", asked),
        "annex": (f"Where experts were asked {panel}, what they answered", asked),
    }
    for branch, (pattern, so) in ways.items():
        for match in found(page, pattern):
            yield Claim(branch, match[0], so)


@rule(branches="agree one disagree apart single alone none")
def models_of_supply(page: Page) -> Iterator[Claim]:
    """Whether the verdicts under the two models are alike, and what each is, from the facts on each."""
    world = page.world
    under = {option: [world.facts.get(f"feasibility.verdict_under.{by}.{option}") for by in ("share", "brigades")]
             for option in world.options}  # fmt: skip
    both = {option: [str(one.value) for one in found if one] for option, found in under.items() if all(found)}
    differ = [option for option, (one, other) in both.items() if one != other]
    if page.name not in ("brief", "spoken"):
        return
    yield from one_of(page, "models", {
        "agree": (r"give the same verdict on each of the {} options", len(both) > 1 and not differ),
        "one": (r"give the same verdict on the {} option that both", len(both) == 1 and not differ),
        "disagree": (r"Of the {} options that both can judge they disagree on {}: ", bool(differ)),
        "none": ("No option can be judged by a count of brigades", not both),
    })  # fmt: skip
    for match in found(page, r"is {} by the share of armies and {} by the count of brigades"):
        option = match[1].rpartition(".")[2]
        yield Claim("disagree", match[0], option in differ and match[2].rpartition(".")[2] == option)
        yield Claim("", match[0], [world.words(match[1]), world.words(match[2])] == both[option])
    chances = (
        r"that {} could be kept in place has a chance of {} by the share of armies and of {} by the count of brigades"
    )
    for match in found(page, r"For [^⟦.]*, " + chances):
        yield Claim("single", match[0], list(both) == [match[1].rpartition(".")[2]])
    gaps = {option: abs(world.number(f"generation.reaches.{option}.share")
                        - world.number(f"generation.reaches.{option}.brigades")) for option in both}  # fmt: skip
    for match in found(page, r"They are widest apart on [^⟦.]*: " + chances):
        yield Claim("apart", match[0], len(both) > 1 and gaps[match[1].rpartition(".")[2]] == max(gaps.values()))
    alone = [str(row["in_sentence"]) for option, row in world.options.items() if option not in both]
    pattern = f"On {joined(alone)} only the share of armies can tell"
    yield from only_if(page, "alone", pattern if alone else "On [^.]* only the share", so=bool(alone and both))
