"""Titles of the figures: each is a finding, and is found again from the facts and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences import gates as known
from sentences.numbers import joined, two_digits, whole
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.rules_outlook import deployed
from sentences.rules_sizing import LUCKY, spread_of_methods
from sentences.world import Page, World


def titles(page: Page, figure: str, truth: dict[str, tuple[str, bool]]) -> Iterator[Claim]:
    """The one title of a figure that is true."""
    if page.name == "figures":
        yield from one_of(page, f"title of {figure}", {
            branch: (rf"{figure} title: {pattern}", so) for branch, (pattern, so) in truth.items()
        })  # fmt: skip
        yield Claim("", f"{figure} has a known title",
                    any(found(page, rf"{figure} title: {pattern}") for pattern, _ in truth.values()))  # fmt: skip


def phrases(world: World) -> dict[str, str]:
    """Each option as it stands in a sentence."""
    return {option: str(row["in_sentence"]) for option, row in world.options.items()}


def labels(world: World) -> dict[str, str]:
    """Each role in lower case."""
    return {role: str(meant["label"]).lower() for role, meant in world.case["roles"].items()}


@rule("force_ladder", branches="unreached every some whole within")
def force_ladder(page: Page) -> Iterator[Claim]:
    """For which roles the size is reached."""
    world, size = page.world, page.world.case["force_sizes"][0]
    names = labels(world)
    ends = {role: world.ends(f"sizing.force.{role}") for role in names}
    reached = [names[role] for role, (_, high) in ends.items() if high >= size]
    above = [names[role] for role, (low, _) in ends.items() if low >= size]
    few = bool(reached) and not above
    yield from titles(page, "force_ladder", {
        "unreached": (f"No method asks for {size:,} troops, for any role", not reached),
        "every": (f"Every method asks for {size:,} troops or more, for every role", len(above) == len(names)),
        "some": (f"Every method asks for {size:,} troops or more for {re.escape(joined(above))} only",
                 0 < len(above) < len(names)),
        "whole": (f"For every role some methods ask for {size:,} troops", few and len(reached) == len(names)),
        "within": (f"Some methods ask for {size:,} troops for {re.escape(joined(reached))}, and for no other role",
                   few and len(reached) < len(names)),
    })  # fmt: skip
    supply = sorted(world.number(f"generation.sustainable.{world.planned(option)}") for option in world.options)
    ends = [f"{two_digits(end):,.0f}" for end in (supply[0], supply[-1])]
    for match in found(
        page, r"force_ladder title: .*; (?:options|the option) can field about ([\d,]+)(?: to ([\d,]+))?"
    ):
        yield Claim("", match[0], [match[1], match[2] or match[1]] == ends)
    for match in found(page, "force_ladder title: .*no option is likely to sustain any force"):
        yield Claim("", match[0], supply[-1] == 0)


@rule("methods_side_by_side", "sensitivity_indices", branches="factor each input")
def methods(page: Page) -> Iterator[Claim]:
    """How far methods differ, and which input matters most within the most detailed one."""
    world, names = page.world, labels(page.world)
    spreads = {role: spread_of_methods(world, role) for role in names}
    widest = max(spreads, key=lambda role: spreads[role])
    for match in found(page, r"methods_side_by_side title: .+ by up to a factor of ([\d.,]+), most for (.+)"):
        near = abs(float(match[1].replace(",", "")) / spreads[widest] - 1) < 0.051
        yield Claim("factor", match[0], near and match[2] == names[widest])
    first = {role: max(((fact.value, name) for name, fact in world.facts.items()
                        if name.startswith(f"sizing.sensitivity.{role}.")), default=(0, ""))
             for role in names}  # fmt: skip
    leading = {name.rpartition(".")[2] for _, name in first.values() if name}
    alike = len(leading) == 1 and all(name for _, name in first.values())
    yield from titles(page, "sensitivity_indices", {
        "each": ("Within the most detailed method .+ matters most, for every role", alike),
        "input": ("Within the most detailed method the input that matters most, for .+, is: ", not alike),
    })  # fmt: skip


RULES_OF = {"line": ".+_line(?:_km)?", "population": ".+_population", "all": "mandate.+"}
LUCK = {kind: rf"sizing\.validation\.{rules}\.luck" for kind, rules in RULES_OF.items()}


@rule("history", "rotation", branches="follow partly never none every some")
def history_and_rotation(page: Page) -> Iterator[Claim]:
    """Which rules beat the constant, and which roles tie up the size."""
    world, names, size = page.world, labels(page.world), page.world.case["force_sizes"][0]
    better = {kind: any(world.number(name) <= LUCKY for name in world.facts if re.fullmatch(pattern, name))
              for kind, pattern in LUCK.items()}  # fmt: skip
    yield from titles(page, "history", {
        "follow": ("Past missions follow .+ more closely than a constant guess", all(better.values())),
        "partly": (r"(?:Neither .+ predicts|.+ does not predict) past missions better than .+; .+ do(?:es)?$",
                   any(better.values()) and not all(better.values())),
        "never": ("Neither .+ predicts past missions better than a constant guess$", not any(better.values())),
    })  # fmt: skip
    pools = {role: max(world.number(name) for name in world.facts
                       if name.startswith("sizing.pool_by_rule.") and name.endswith(f".{role}"))
             for role in names}  # fmt: skip
    reaching = [names[role] for role, pool in pools.items() if pool >= size]
    yield from titles(page, "rotation", {
        "none": (f"Rotation included, no role ties up {size:,} soldiers", not reaching),
        "every": (f"Rotation included, every role can tie up {size:,} soldiers", len(reaching) == len(names)),
        "some": (f"Rotation included, {re.escape(joined(reaching))} can tie up {size:,} soldiers",
                 0 < len(reaching) < len(names)),
    })  # fmt: skip


@rule("corridor_losses", branches="unfed any some pair robust")
def corridor_losses(page: Page) -> Iterator[Claim]:
    """Whether the force of reference outlives the loss of one country, or of two."""
    world, size = page.world, page.world.case["logistics"]["reference_size"]
    whole_force = {one: world.number(f"logistics.largest_force.central.{one}") for one in world.postures}
    fed = [one for one in world.postures if whole_force[one] >= size]
    posture = fed[-1] if fed else world.postures[0]
    left = {tuple(row["loss"].split("+")): row["remaining"] * whole_force[posture] for row in world.tables["losses"]
            if row["posture"] == posture and row["capacity_case"] == "central"
            and row["kind"] in {"country", "countries"}}  # fmt: skip
    short = {parts for parts, troops in left.items() if troops < size and two_digits(troops) != two_digits(size)}
    alone = [parts for parts in left if len(parts) == 1]
    short_alone = [parts for parts in short if len(parts) == 1]
    stem = f"With central capacities .*{size:,} troops"
    yield from titles(page, "corridor_losses", {
        "unfed": (f"Even with every country open, {size:,} troops .+ cannot be fed by central capacities", not fed),
        "any": ("With central capacities the loss of any one country leaves too little",
                bool(fed) and bool(alone) and len(short_alone) == len(alone)),
        "some": ("With central capacities losing .+ leaves too little for",
                 bool(fed) and 0 < len(short_alone) < len(alone)),
        "pair": (f"{stem} .+ can be fed without any one country, but not without .+ together",
                 bool(fed) and not short_alone and bool(short)),
        "robust": (f"{stem} .+ can be fed without any one country(?:, or any two)?$", bool(fed) and not short),
    })  # fmt: skip


@rule(
    "supply_map",
    "deployment_fan",
    "demand",
    "cost",
    branches="nothing free full one some days times same heaviest most dear",
)
def supplies(page: Page) -> Iterator[Claim]:
    """Crossings that are full, days that rise with size, what weighs most and what costs most."""
    world = page.world
    used = [(row["tonnes"] / row["capacity"] if row["capacity"] else 1.0, row["mode"]) for row in world.tables["flows"]
            if row["enters_theatre"] and (row["tonnes"] or 0.0) >= 0.5]  # fmt: skip
    full = sum(use >= 0.995 for use, _ in used)
    yield from titles(page, "supply_map", {
        "nothing": ("No supplies cross the border of the theatre", not used),
        "free": (r".+; the fullest crossing is (?:under |over )?\d+% used", bool(used) and not full),
        "full": (".+; every crossing in use is full", bool(used) and full == len(used)),
        "one": (r".+; the (?:road|rail|sea|air|ferry) crossing .+\u2013.+ is full", full == 1 < len(used)),
        "some": (f".+; {full} of {len(used)} crossings in use are full", 1 < full < len(used)),
    })  # fmt: skip
    for match in found(page, r"supply_map title: .+; the (road|rail|sea|air|ferry) crossing .+ is full"):
        yield Claim("", match[0], [mode.partition("_")[0] for use, mode in used if use >= 0.995] == [match[1]])
    for match in found(page, r"supply_map title: .+; the fullest crossing is (?:under |over )?(\d+)% used"):
        yield Claim("", match[0], bool(used) and abs(100 * max(used)[0] - int(match[1])) <= 1)
    for match in found(
        page,
        r"deployment_fan title: ([\d,]+) troops take about ([\d,]+) days(?: \(past misses counted, [^)]+\))?"
        r"(?:, ([\d,]+) about ([\d,]+))?",
    ):
        sizes = [int(part.replace(",", "")) for part in match.groups() if part]
        yield Claim("days", match[0], sizes[0::2] == sorted(sizes[0::2]) and sizes[1::2] == sorted(sizes[1::2]))
    needs = {posture: world.number(f"logistics.demand.{posture}") for posture in world.postures}
    ratio = max(needs.values()) / min(needs.values())
    for match in found(page, r"demand title: .*needs ([\d.,]+) times as much"):
        yield Claim("times", match[0], abs(float(match[1].replace(",", "")) / ratio - 1) < 0.051)
    for match in found(page, r"demand title: .*every posture needs about the same"):
        yield Claim("same", match[0], two_digits(max(needs.values())) == two_digits(min(needs.values())))
    for match in found(page, "demand title: (.+?) weighs most"):
        yield Claim("heaviest", match[0], all(_heaviest(world, posture, match[1]) for posture in world.postures))
    costs = {option: world.number(f"logistics.cost_per_year.{option}") for option in world.options}
    for match in found(page, r"cost title: From EUR .+? billion a year(?: \((.+?)\))? to .+? billion \((.+?)\)"):
        heads = {option: str(row["short_label"]) for option, row in world.options.items()}
        dear = max(costs, key=lambda option: costs[option])
        cheap = min(costs, key=lambda option: costs[option])
        yield Claim("dear", match[0], match[2] == heads[dear] and match[1] in {None, heads[cheap]})
    for match in found(page, "cost title: .+, most of it for (.+)"):
        dear = max(costs, key=lambda option: (costs[option], option))
        parts = {part: world.number(f"logistics.cost_part.{part}.{dear}")
                 for part in ("soldiers", "line_haul", "fuel_burden")
                 if f"logistics.cost_part.{part}.{dear}" in world.facts}  # fmt: skip
        name = {"soldiers": "soldiers", "carrying supplies": "line_haul"}.get(match[1], "fuel_burden")
        yield Claim("most", match[0], 2 * parts[name] >= 0.99 * sum(parts.values()))


def _heaviest(world: World, posture: str, said: str) -> bool:
    prefix = f"logistics.demand.{posture}."
    sizes = {name.removeprefix(prefix): world.number(name) for name in world.facts if name.startswith(prefix)}
    first = max(sizes, key=lambda name: sizes[name])
    words = {"provisions": "food and packaged water", "other": "everything else"}
    return said.lower() == words.get(first, first.replace("_", " "))


@rule("burden", branches="every only best nobody leader")
def burden(page: Page) -> Iterator[Claim]:
    """Which options those likely to take part can fill, and who sends most to all of them."""
    world, names = page.world, phrases(page.world)
    sent = {option: deployed(world, option) for option in world.options}
    filled = {option: sum(own.values()) / world.number(f"generation.size.{option}") for option, own in sent.items()}
    full = [option for option, share in filled.items() if share >= 1]
    anyone = any(sent.values())
    yield from titles(page, "burden", {
        "every": ("The countries likely to take part can fill every option", len(full) == len(names)),
        "only": (f"The countries likely to take part can fill only {re.escape(joined([names[one] for one in full]))}",
                 0 < len(full) < len(names)),
        "best": ("The countries likely to take part fill no option: at most ", not full and anyone),
        "nobody": ("No country is likely to send troops to any option", not anyone),
    })  # fmt: skip
    for match in found(page, r"fill no option: at most (?:under |over )?(\d+)% \((.+?)\)"):
        best = max(filled, key=lambda option: filled[option])
        near = abs(int(match[1]) - 100 * filled[best]) <= 1.01
        yield Claim("", match[0], near and abs(filled[best] - max(filled[one] for one, name in names.items()
                                                                   if name == match[2])) < 1e-9)  # fmt: skip
    countries = {row["contributor"]: row["country"] for row in world.tables["burden"]}
    for match in found(page, "burden title: .+; (.+) sends most"):
        first = [countries[name.rpartition(".")[2]] for own in sent.values() for name, troops in own.items()
                 if troops == max(own.values())]  # fmt: skip
        yield Claim("leader", match[0], all(
            match[1].removeprefix("the ") in {countries[name.rpartition(".")[2]] for name, troops in own.items()
                                              if troops == max(own.values())}
            for own in sent.values() if own) and bool(first))  # fmt: skip


@rule("risk_exceedance", "durations", branches="most close same shares")
def outlook(page: Page) -> Iterator[Claim]:
    """Under which option most are killed, and how many operations lasted."""
    world, names = page.world, phrases(page.world)
    tens = {name: world.number(f"feasibility.risk_at_least.killed.{option}.10") for option, name in names.items()}
    points = [round(100 * chance) for chance in tens.values()]
    # What is printed as under or over a per cent is alike where it is the same per cent.
    edge = [abs(100 * chance % 1 - 0.5) < 0.01 or not 0.005 <= chance < 0.995 for chance in tens.values()]
    alike, apart = max(points) == min(points), max(points) - min(points) > 2
    if not any(edge):
        yield from titles(page, "risk_exceedance", {
            "most": ("That 10 or more soldiers are killed within a year is likeliest under ", apart),
            "close": ("Under every option 10 or more soldiers .+ with much the same chance", not apart and not alike),
            "same": ("Under every option 10 or more soldiers are killed within a year with a chance of ", alike),
        })  # fmt: skip
    for match in found(page, r"killed within a year is likeliest under (.+?) \(.+?\), least likely under (.+?) \("):
        ends = (tens.get(match[1]), tens.get(match[2]))
        yield Claim("", match[0], ends == (max(tens.values()), min(tens.values())))
    for match in found(page, r"durations title: Of (\d+) past operations like this one, (?:under |over )?(\d+)% "
                             r"were still there after (\d+) years(?: and (?:under |over )?(\d+)% after (\d+))?"
                       ):  # fmt: skip
        told = [(match[3], match[2]), *([(match[5], match[4])] if match[5] else [])]
        holds = all(
            abs(100 * world.number(f"feasibility.still_there.{years}") - int(share)) <= 1 for years, share in told
        )
        yield Claim("shares", match[0], holds and int(match[1]) == world.number("feasibility.operations.analogues"))


@rule("public_support", branches="above every nowhere below")
def public(page: Page) -> Iterator[Claim]:
    """Where support is clearly above opposition, and where below."""
    world, rows = page.world, page.world.tables["net_support"]
    spans = {row["country"]: world.ends(f"generation.net_support.{row['contributor']}") for row in rows}
    above = [country for country, (low, _) in spans.items() if low > 0]
    below = {country for country, (_, high) in spans.items() if high < 0}
    if spans:
        yield from titles(page, "public_support", {
            "above": (rf"More people support than oppose sending troops in {len(above)} of {len(spans)} ",
                      0 < len(above) < len(spans)),
            "every": ("More people support than oppose sending troops in every country", len(above) == len(spans)),
            "nowhere": ("In no country with comparable polls do clearly more people support than oppose", not above),
        })  # fmt: skip
    for match in found(page, "public_support title: .*; (?:clearly )?more oppose it in (.+)"):
        yield Claim("below", match[0], {name.removeprefix("the ") for name in re.split(r", | and ", match[1])} == below)


@rule("gate_matrix", "switching_values", branches="alike apart weakest able partly unable nothing unknown")
def gates(page: Page) -> Iterator[Claim]:
    """The verdicts as planned, the weakest gates, and where a single driver opens one, which no judged chance does."""
    world, names = page.world, phrases(page.world)
    ruled = {name: known.verdict(world, world.planned(option)).partition(" on ")[0] for option, name in names.items()}
    alike = len(set(ruled.values())) == 1
    yield from titles(page, "gate_matrix", {
        "alike": ("(?:Every option as planned is|No option as planned is) .+: the weakest gate is ", alike),
        "apart": ("As planned, ", not alike),
    })  # fmt: skip
    for match in found(page, "gate_matrix title: As planned, (.+)"):
        told = dict(part.split(": ") for part in match[1].split("; "))
        meant = {word: joined([name for name in ruled if ruled[name] == word]) for word in ruled.values()}
        yield Claim("", match[0], told == meant)
    for match in found(page, r"gate_matrix title: (Every|No) option as planned is (.+?): the weakest gate is (.+), "
                             r"at most (?:under |over )?(\d+)%"):  # fmt: skip
        word = match[2] if match[1] == "Every" else f"not {match[2]}"
        weak = [known.weakest(world, world.planned(option)) for option in names]
        chances = [
            known.odds(world, world.planned(option))[gate["id"]] for option, gate in zip(names, weak, strict=True)
        ]
        told = all(gate["label"][1:] in match[3] for gate in weak)
        yield Claim(
            "weakest", match[0], set(ruled.values()) == {word} and told and abs(max(chances) - int(match[4])) <= 1
        )
    failing = {(option, gate) for option in names
               for gate, chance in known.odds(world, world.planned(option)).items()
               if chance < known.thresholds(world)[0]}  # fmt: skip
    openable = {(row["option"], row["target"]) for row in world.tables["switches"]
                if row["kind"] == "gate" and row["reachable"] and row["p_low"] is not None
                and not row["driver"].startswith("gate_chance.")
                and f"{row['option']}.{row['support_level']}" == world.planned(row["option"])}  # fmt: skip
    some = bool(failing & openable)
    stem = r"one driver alone, within its range, opens a failing gate"
    yield from titles(page, "switching_values", {
        "able": (rf"In each of the \d+ cases shown {stem}", some),
        "partly": (rf"In \d+ of the \d+ cases shown {stem}", some),
        "unable": ("In none of the .+ cases shown does one driver alone, within its range, open",
                   bool(failing) and not some),
        "nothing": ("No option as planned has a failing gate$", not failing),
        "unknown": ("No driver is known for any failing gate$", bool(failing) and not some),
    })  # fmt: skip
    beyond = {gate for option, gate in failing if (option, gate) not in openable}
    names_beyond = [
        gate["label"][:1].lower() + gate["label"][1:] for gate in known.gates(world) if gate["id"] in beyond
    ]
    for match in found(
        page,
        rf"switching_values title: In (.+) of the (\d+) cases shown {stem}(?:; for some option none opens: (.+))?$",
    ):
        few = match[1] == "each" or 0 < int(match[1]) < int(match[2])
        yield Claim("", match[0], few and _either(match[3] or "") == _either(joined(names_beyond)))


def _either(names: str) -> str:
    return names.replace(" and ", " or ")


@rule("rank_acceptability", branches="first tie yet but_not throughout")
def ranks(page: Page) -> Iterator[Claim]:
    """Which option is most often first, at the whole per cent printed, and under which weights another one leads."""
    world, names = page.world, phrases(page.world)
    shares: dict[str, dict[str, int]] = {}
    for row in world.tables["ranks"]:
        if row["rank"] == 1:
            shares.setdefault(row["weighting"], {})[row["option"]] = whole(row["share"])
    leaders = {weighting: [one for one in names if own[one] == max(own.values())] for weighting, own in shares.items()}
    first, *others = leaders.values()
    lead = re.escape(joined([names[option] for option in first]))[1:]
    yield from titles(page, "rank_acceptability", {
        "first": (f".{lead} is most often first", len(first) == 1),
        "tie": (f".{lead} are first equally often, ", len(first) > 1),
    })  # fmt: skip
    ruled = {option: known.verdict(world, world.planned(option)) for option in first}
    shut = {option: word for option, word in ruled.items() if word not in {"feasible", "conditional"}}
    alike = len(shut) == len(ruled) and len(set(shut.values())) == 1
    told = next(iter(shut.values()), "") if alike else joined([f"{names[one]} is {word}" for one, word in shut.items()])
    for match in found(page, "rank_acceptability title: .+, yet (.+)$"):
        yield Claim("yet", match[0], match[1] == told)
    yield from only_if(page, "", "rank_acceptability title: .+, yet ", so=bool(shut))
    apart = any(one != first for one in others)
    for branch, pattern, so in (
        ("but_not", "but not under ", apart),
        ("throughout", "and under every named set", not apart),
    ):
        for match in found(page, f"rank_acceptability title: .+, {pattern}"):
            yield Claim(branch, match[0], so)


@rule("pipeline", branches="most")
def pipeline(page: Page) -> Iterator[Claim]:
    """How much goes in and comes out, and which step gives most facts; two steps that give as many share the first."""
    world = page.world
    steps = {step: sum(name.startswith(f"{step}.") for name in world.facts)
             for step in ("sizing", "generation", "logistics", "feasibility")}  # fmt: skip
    first = [step for step, number in steps.items() if number == max(steps.values())]
    gives = f"{joined(first)} {'gives' if len(first) == 1 else 'give'} most "
    for match in found(page, "pipeline title: (.+)"):
        known = re.fullmatch(
            r"From (\d+) assumptions and (\d+) sources? to ([\d,]+) facts; "
            r"of the steps, (.+ most )\(([\d,]+)(?: each)?\)",
            match[1],
        )
        counts = [len(world.tables["assumptions"]), len(world.tables["sources"]), len(world.facts), max(steps.values())]
        told = known and [int(known[place].replace(",", "")) for place in (1, 2, 3, 5)] == counts
        yield Claim("most", match[0], bool(told and known and known[4] == gives))
