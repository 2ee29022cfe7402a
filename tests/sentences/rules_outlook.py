"""Sentences on who sends troops, what could go wrong, how long it lasts, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences.numbers import joined, two_digits, whole
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page, World


def deployed(world: World, option: str) -> dict[str, float]:
    """What each contributor sends to an option as planned, those that send nothing left out."""
    level = world.options[option]["us_level"]
    rows = [row for row in world.tables["burden"] if (row["option"], row["us_level"]) == (option, level)]
    return {
        f"generation.deployed.{option}.{row['contributor']}": row["deployed"] for row in rows if row["deployed"] > 0
    }


@rule("outlook_answers.leaders_sentence", branches="nobody one most")
def leaders(page: Page) -> Iterator[Claim]:
    """Who could send most; where none sends more than the next one, no one is said to send most."""
    for option, row in page.world.options.items():
        sent, name = deployed(page.world, option), re.escape(row["in_sentence"])
        order = sorted(sent.values(), reverse=True)
        ahead = len(order) > 1 and order[0] > order[1]
        stem = f"Of those likely to join (?=[^⟧.]*{name}(?:,| and))[^⟧.]+ could send "
        yield from one_of(page, f"senders to {option}", {
            "nobody": (f"No state is likely enough to join [^.]*{name}[^.]* for a force to be put together", not sent),
            "one": (f"{stem}{{}}", bool(sent) and not ahead),
            "most": (f"{stem}most, {{}}", ahead),
        })  # fmt: skip
        for match in found(page, f"{stem}(?:most, )?{{}}"):
            own = sent.get(f"generation.deployed.{option}.{match[1].rpartition('.')[2]}", 0)
            so = own == order[0] and two_digits(own) == two_digits(page.world.number(match[1]))
            yield Claim("", match[0], so)


@rule("outlook_answers.trend_sentence", "brief.who_leads", branches="shrunk")
def trend(page: Page) -> Iterator[Claim]:
    """Only forces that shrank are said to have shrunk, all of those that can be compared, and by so much."""
    world = page.world
    falls = {row["contributor"]: world.number(f"generation.trend.{row['contributor']}.nato")
             for row in world.tables["army_trend"]
             if row["series"] == "nato" and f"generation.trend.{row['contributor']}.nato" in world.facts}  # fmt: skip
    told = found(page, "have shrunk since the end of the Cold War: (.+?), on counts")
    shrunk = {f"generation.fall.{name}.nato" for name, change in falls.items() if change < 0}
    names = set(re.findall(r"⟦([^=]+)=", told[0][1])) if told else set()
    yield Claim("shrunk" if names else "", f"shrunk: {sorted(names)}", names in (set(), shrunk))
    yield from only_if(page, "", "have shrunk since the end of the Cold War", so=bool(shrunk))
    for name in names:
        yield Claim("", name, abs(world.number(name) + world.number(name.replace(".fall.", ".trend."))) < 1e-6)


@rule(
    "outlook_answers.recruiting_sentence", "outlook_answers.waiting_sentence", "outlook_answers.regulars_sentence",
    branches="enough reached out_of_reach",
)  # fmt: skip
def recruiting(page: Page) -> Iterator[Claim]:
    """Whether soldiers are missing, and whether recruiting finds them in time."""
    world, longest = page.world, page.world.number("generation.settings.longest_wait")
    for match in found(page, "The {} regulars that the article names could keep {} soldiers in place"):
        # No more than a fifth of them over two and a half rotations each, the ends of the ranges.
        yield Claim("", match[0], world.number(match[2]) < world.number(match[1]) / 5 / 2.5)
    enough = [row["in_sentence"] for option, row in world.options.items()
              if world.number(f"generation.soldiers_missing.{option}") < 1]  # fmt: skip
    for match in found(page, r"Large enough in the middle result are those for ([^.]+)\."):
        yield Claim("enough", match[0], match[1] == joined(enough))
    yield from only_if(page, "", "Large enough in the middle result", so=bool(enough))
    for option, row in world.options.items():
        if row["in_sentence"] not in enough:
            never = world.number(f"generation.years.{option}") >= longest
            name = re.escape(row["in_sentence"])
            yield from only_if(page, "", f"For {name} they lack ⟦generation.soldiers_missing.{option}=", so=True)
            stem = "At a pace of recruiting that they could keep it takes "
            yield from one_of(page, f"recruits for {option}", {
                "reached": (rf"{stem}(?:[^.⟦]|⟦[^⟧]*⟧)*?⟦generation.years.{option}=[^⟧]*⟧ years for {name}", not never),
                "out_of_reach": (rf"{stem}more than {{}} years for [^.⟧]*{name}(?=,|\.| and)", never),
            })  # fmt: skip


@rule("outlook_answers.exceedance_sentence", "brief.what_could_go_wrong", branches="order challenge")
def exceedance(page: Page) -> Iterator[Claim]:
    """The options in the order of the chance, each with its own; every challenge of the register has its row."""
    for match in found(page, r"at least one critical risk comes about is (.+)"):
        told = re.findall(r"⟦feasibility\.critical_risks\.(\w+)\.1=[^⟧]*⟧ for (.+?)(?=, ⟦| and ⟦|\.$)", match[1])
        chances = [page.world.number(f"feasibility.critical_risks.{option}.1") for option, _ in told]
        names = all(page.world.options[option]["in_sentence"] == name for option, name in told)
        every = {option for option, _ in told} == set(page.world.options)
        yield Claim("order", match[0], names and every and chances == sorted(chances, reverse=True))
    kinds = {row["challenge"] for row in page.world.tables["risks"]} - {"other"}
    printed = {one.fact.split(".")[2] for one in page.printed if one.fact.startswith("feasibility.challenge.")}
    yield Claim("challenge" if printed else "", f"challenges {sorted(printed)}", printed in (set(), kinds))


@rule("outlook_answers.duration_sentence", branches="shares lasting garrison")
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
    korea = "feasibility.garrisons.USFK" in world.facts
    yield from only_if(page, "garrison", "The American presence in South Korea", so=korea)


@rule("outlook_answers.enabler_sentence", "brief.united_states", branches="widest")
def enablers(page: Page) -> Iterator[Claim]:
    """The widest gaps are the widest, for the first option without support."""
    world, base = page.world, next(iter(page.world.case["us_levels"]))
    first = next(iter(world.options))
    gaps = {row["label"].lower(): row["gap"] for row in world.tables["enabler_gaps"]
            if (row["option"], row["us_level"]) == (first, base)}  # fmt: skip
    widest = {label for label, gap in gaps.items() if gap == max(gaps.values()) and gap > 0}
    pattern = r"the widest gap is in ([^.⟧]+)\."
    for match in found(page, pattern):
        yield Claim("", match[0], set(re.split(r", | and ", match[1])) == widest)
    yield from only_if(page, "widest", pattern, so=bool(widest))
    for one in page.printed:
        if one.fact.startswith("feasibility.enabler_gap."):
            capability, option = one.fact.split(".")[2:4]
            bare = [row for row in world.tables["enabler_gaps"] if (row["option"], row["us_level"]) == (option, base)]
            own = next(row for row in bare if row["capability"] == capability)
            most = max(row["gap"] for row in bare if row["article_item"] == own["article_item"])
            yield Claim("", f"{one.fact}: {one.text}", own["gap"] == most == world.number(one.fact))


@rule("outlook_answers.deterrence_sentence", "outlook_answers.difference_is_small",
      branches="further mixed small comparable")  # fmt: skip
def deterrence(page: Page) -> Iterator[Claim]:
    """Support takes points off the risk only where it does; its effect is small beside the doubt only where it is."""
    world = page.world
    effects = {option: world.number(f"feasibility.deterrence_difference.{option}") for option in world.options}
    further = all(whole(effect) > 0 for effect in effects.values())
    yield from one_of(page, "points off the risk", {
        "further": (r"support takes further points off the risk of renewed war\. ", further),
        "mixed": (r"support does not take further points off the risk of renewed war for every option\. ", not further),
    })  # fmt: skip
    widths = {option: world.ends(f"feasibility.reduction.{world.planned(option)}") for option in world.options}
    small = all(effects[option] <= 0.5 * (high - low) for option, (low, high) in widths.items())
    yield from one_of(page, "beside the doubt", {
        "small": ("the difference is small beside the doubt", small),
        "comparable": ("the difference is of the order of the doubt", not small),
    })  # fmt: skip


@rule("outlook_answers.public_sentence", branches="favour against unsure")
def public(page: Page) -> Iterator[Claim]:
    """Each country stands on the side of its whole range, or where the range holds both."""
    world = page.world
    sides: dict[str, set[str]] = {"favour": set(), "against": set(), "unsure": set()}
    for row in world.tables["net_support"]:
        low, high = world.ends(f"generation.net_support.{row['contributor']}")
        sides["favour" if low > 0 else "against" if high < 0 else "unsure"].add(row["country"])
    patterns = {"favour": r"The public is in favour in ([^.⟧]+)\.", "against": r"It is against in ([^.⟧]+)\.",
                "unsure": r"\. In ([^.⟧]+) the range reaches both sides"}  # fmt: skip
    for side, pattern in patterns.items():
        told = {name for match in found(page, pattern) for name in re.split(r", | and ", match[1])}
        yield Claim(side if told else "", f"{side}: {sorted(told)}", told in (set(), sides[side]))
        if sides[side]:
            yield Claim("", f"public {side}", holds=True, told=bool(told))
    yield from only_if(page, "", "Polls of comparable wording asked about sending", so=any(sides.values()))


@rule("outlook_answers.indicator_sentence", "outlook_answers.indicators_named", "brief.next_steps",
      "outlook_answers.measured", branches="none all some met missing least most")  # fmt: skip
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
    told_as = r"Only these meet their thresholds: (.+?)\.(?=\s|$)"
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
