"""Headings, tables and asides that stand on one page only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences.gates import option_of
from sentences.numbers import two_digits
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.rules_outlook import deployed
from sentences.rules_sizing import BY_RULE, middles
from sentences.rules_supply import carried
from sentences.world import Page


@rule("brief.key_findings", branches="matters alike overlap smallest scarcer even last short uneven tested")
def key_findings(page: Page) -> Iterator[Claim]:
    """The headings of the key findings, and the ends of what they compare."""
    world, sizes = page.world, middles(page.world)
    for match in found(page, r"the middle estimate runs from {} \([^)]*\) to {} "):
        ends = (world.number(match[1]), world.number(match[2]))
        yield Claim("smallest", match[0], ends == (min(sizes.values()), max(sizes.values())))
    spans = [world.ends(f"sizing.force.{role}") for role in sizes]
    overlap = max(low for low, _ in spans) < min(high for _, high in spans)
    yield from only_if(page, "overlap", "the ranges overlap", so=overlap)
    apart = min(sizes.values()) < 0.8 * max(sizes.values())
    yield from one_of(page, "tasks", {
        "matters": (r"The task matters\.", apart),
        "alike": (r"The tasks call for forces of like size\.", not apart),
    })  # fmt: skip
    missing = any(world.number(f"generation.gap.{world.planned(option)}") > 0 for option in world.options)
    scarcer = missing and world.postures[0] in carried(world, "low")
    yield from one_of(page, "soldiers", {
        "scarcer": (r"Soldiers are scarcer than supplies\.", scarcer),
        "even": (r"Soldiers and supplies\.", not scarcer),
    })  # fmt: skip
    years = world.case["feasibility"]["years"]
    last = world.number(f"feasibility.still_there.{years[min(1, len(years) - 1)]}") > 0.5
    yield from one_of(page, "missions", {
        "last": (r"Such missions last\.", last), "short": (r"How long such missions last\.", not last)
    })  # fmt: skip
    verdicts = {world.words(f"claims.{row['id']}.verdict") for row in world.tables["claims"] if row["rule"] in BY_RULE}
    uneven = {"supported", "contradicted"} <= verdicts
    yield from one_of(page, "the article", {
        "uneven": ("The article’s figures fare unevenly", uneven),
        "tested": ("The article’s figures, tested", not uneven),
    })  # fmt: skip


@rule("option.burden", branches="burden nobody uncounted")
def burden(page: Page) -> Iterator[Claim]:
    """Those who are counted on, the largest contingent first, and those who are not."""
    world, option = page.world, option_of(page)
    if not page.name.startswith("option_"):
        return
    sent = deployed(world, option)
    rows = [row for row in world.tables["burden"]
            if (row["option"], row["us_level"]) == (option, world.options[option]["us_level"])]  # fmt: skip
    yield from one_of(page, "burden", {
        "burden": ("The burden on those who are likely to take part", bool(sent)),
        "nobody": ("No contributor is likely enough to take part to be counted on", not sent),
    })  # fmt: skip
    told = [sent[one.fact] for one in page.printed if one.fact in sent]
    yield Claim("", f"contingents {told}", told == sorted(told, reverse=True) and len(told) == min(10, len(sent)))
    for match in found(page, r"Not counted on: ([^.]+)\."):
        meant = {row["country"] for row in rows if not row["likely"]}
        yield Claim("uncounted", match[0], set(re.split(r", | and ", match[1])) == meant)


@rule("option.risks", branches="grave harmless")
def risks(page: Page) -> Iterator[Claim]:
    """The gravest risks, the likeliest first; those that are gates are left out."""
    world, option = page.world, option_of(page)
    if not page.name.startswith("option_"):
        return
    severe = world.case["feasibility"]["critical_from"]
    grave = {f"feasibility.risk.{row['id']}.{option}" for row in world.tables["risks"]
             if not row["in_gate"] and row["impact_central"] >= severe}  # fmt: skip
    yield from one_of(page, "risks", {
        "grave": ("The likeliest of the gravest risks", bool(grave)),
        "harmless": ("The register has no risk of the gravest kind besides those that are gates", not grave),
    })  # fmt: skip
    told = list(dict.fromkeys(one.fact for one in page.printed if one.fact.startswith("feasibility.risk.")))
    chances = [world.number(name) for name in told]
    yield Claim("", f"{told}", set(told) <= grave and chances == sorted(chances, reverse=True))


@rule("claims", branches="why")
def why_contradicted(page: Page) -> Iterator[Claim]:
    """Reasons are given where a claim is contradicted."""
    wrong = [row["id"] for row in page.world.tables["claims"]
             if page.world.words(f"claims.{row['id']}.verdict") == "contradicted"]  # fmt: skip
    which = "some" if len(wrong) > 10 else "these"
    yield from only_if(page, "why", f"Why {which} claims are contradicted", so=bool(wrong))


@rule("supply_answers.stock_days", branches="over under days")
def stocks(page: Page) -> Iterator[Claim]:
    """How long stocks last, up to the longest period looked at."""
    longest = max(page.world.case["logistics"]["loss_days"])
    for match in found(page, r"^Stock (\S+): (over |under a day|)(?:{})?$"):
        days = page.world.number(match[1])
        meant = "over" if days >= longest else "under" if days < 1 else "days"
        names = {"over": "logistics.longest_loss", "under": None, "days": match[1]}
        yield Claim(meant, match[0], (match[2].split() or ["days"])[0] == meant and match[3] == names[meant])


@rule("supply_answers.rate_test_sentence", branches="missed within late")
def rate_test(page: Page) -> Iterator[Claim]:
    """Which past moves lie outside the range predicted."""
    tests = [row for row in page.world.tables["loc_tests"] if row["within"] is not None]
    missed = [row["label"] for row in tests if not row["low"] <= row["days_observed"] <= row["high"]]
    late = sum(row["days_observed"] > row["days_predicted"] / 0.6 for row in tests)
    yield from one_of(page, "rate of arrival", {
        "missed": ("It missed {} of them: ", bool(missed)),
        "within": ("All lie within the range predicted, which is wide", not missed),
    })  # fmt: skip
    for label in missed:
        yield from only_if(page, "", rf"{re.escape(label)} \({{}} days, predicted", so=True)
    yield from only_if(page, "late", "Most of them took about twice as long", so=2 * late > len(tests))


@rule("brief.supply_lines", branches="lines")
def lines_named(page: Page) -> Iterator[Claim]:
    """The supply lines that the article names."""
    names = {row["country_name"] for row in page.world.tables["corridors"] if row["in_article"]}
    for match in found(page, "The article names supply lines through ([^;.]+)[;.]"):
        yield Claim("lines", match[0], set(re.split(r", | and ", match[1])) == names)
    yield from only_if(page, "", "The article names supply lines through", so=bool(names))


@rule("brief.how_many", branches="span one")
def capability(page: Page) -> Iterator[Claim]:
    """From the lightest role to the heaviest: the ends are the smallest and the largest, and differ as printed."""
    for match in found(page, "{}(?: to {})? (?:rapid-reaction bases|monitoring aircraft|reserve brigades|tanks)"):
        stem, element = match[1].rpartition(".")[0].rpartition(".")[0], match[1].rpartition(".")[2]
        sizes = [page.world.number(name) for name in page.world.facts
                 if name.startswith(f"{stem}.") and name.endswith(f".{element}")]  # fmt: skip
        ends = [page.world.number(name) for name in match.groups() if name]
        apart = len(ends) == 1 or two_digits(ends[0]) < two_digits(ends[1])
        yield Claim("span" if match[2] else "one", match[0], apart and (ends[0], ends[-1]) == (min(sizes), max(sizes)))
