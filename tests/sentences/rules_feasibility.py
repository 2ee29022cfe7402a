"""Sentences on gates, verdicts, conditions and what would have to change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences import gates as known
from sentences.numbers import joined, whole
from sentences.printed import in_band
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page, World

OUTRIGHT = re.compile(r"every gate has a chance of at least")


def named(world: World, option: str) -> str:
    """An option and its support as they stand in a pattern."""
    row = world.options[option]
    return re.escape(f"{row['in_sentence']} {world.case['us_levels'][row['us_level']]['phrase']}")


@rule("verdict_answers.what_decides", "option_words.weakest_gate",
      branches="feasible below between closed open")  # fmt: skip
def verdicts(page: Page) -> Iterator[Claim]:
    """The verdict is the one of the rule, and the reason given is the reason."""
    world = page.world
    feasible, conditional, out = known.thresholds(world)
    for option in known.told_of(page):
        at = world.planned(option)
        weak, ruling = known.weakest(world, at), known.verdict(world, at)
        least = known.odds(world, at)[weak["id"]]
        stem = rf"The verdict on {named(world, option)} is {{}}\. "
        short = rf"{stem}The weakest gate, {re.escape(weak['in_sentence'])}, is passed with a chance of {{}}"
        just = r" \(but only just: small changes would turn the verdict\)" if least < out + 5 else ""
        met = f"{stem}Every gate has a chance of at least {{}}, "
        yield from one_of(page, f"verdict on {option}", {
            "feasible": (f"{stem}Every gate has a chance of at least {{}}[.]", least >= feasible),
            "below": (f"{short}, below {{}}", least < out),
            "between": (rf"{short}\. That is too high to rule the option out{just} and too low to build on",
                        out <= least < conditional),
            "closed": (f"{met}and named conditions would", ruling == "conditional"),
            "open": (f"{met}but none of the conditions looked at would",
                     ruling == "indeterminate" and least >= conditional),
        })  # fmt: skip
        for match in found(page, stem):
            name = f"feasibility.verdict.{at}"
            yield Claim("", f"{match[0]}: {ruling}", match[1] == name and world.words(name) == ruling)


@rule("verdict_answers.all_gates_sentence", branches="joint")
def all_gates(page: Page) -> Iterator[Claim]:
    """All gates together are no likelier than the weakest of them; every verdict printed is the one of the rule."""
    for match in found(page, "chance that every gate is passed[^.⟧]*? is {}"):
        at = match[1].removeprefix("feasibility.joint.")
        least = min(page.world.number(f"feasibility.gate.{gate['id']}.{at}") for gate in known.gates(page.world))
        yield Claim("joint", match[0], page.world.number(match[1]) <= least + 0.02)
    for one in page.printed:
        if one.fact.startswith("feasibility.verdict."):
            at = one.fact.removeprefix("feasibility.verdict.")
            yield Claim("", f"{one.fact}: {one.text}", one.text == known.verdict(page.world, at))
        if one.fact.startswith("feasibility.weakest_gate."):
            gate = known.weakest(page.world, one.fact.removeprefix("feasibility.weakest_gate."))
            yield Claim("", f"{one.fact}: {one.text}", one.text == gate["in_sentence"])


@rule("likelihoods.told", branches="alike apart")
def by_word(page: Page) -> Iterator[Claim]:
    """A word of likelihood holds for every chance that is told with it, and no other word of the sentence does."""
    one = r"[^⟦.]+ \(⟦[^⟧]+⟧\)"
    word = rf" is ⟦([^=]+)=([^⟧]+)⟧ for ({one}(?:(?:,| and){one})*)\."
    for start in found(page, "^(?:.*[.] )?That [^.]+?,(?=" + word + ")"):
        place, words = start.end(), []
        while match := re.compile(("" if not words else " It") + word).match(page.text, place):
            shares = [whole(page.world.number(name)) for name in re.findall(r"\(⟦([^=]+)=", match[3])]
            yield Claim("", match[0], all(in_band(f"{share}%", match[2]) for share in shares))
            place, words = match.end(), [*words, match[2]]
        yield Claim("alike" if len(words) == 1 else "apart", f"{words}", bool(words) and len(set(words)) == len(words))


@rule("verdict_answers.confidence_sentence_for", "verdict_answers.shut_at_every_level",
      branches="shut judged")  # fmt: skip
def confidence_in_verdict(page: Page) -> Iterator[Claim]:
    """Why confidence is what it is: a gate shut whoever helps, or chances that are judged."""
    world, option = page.world, known.option_of(page)
    if not option:
        return
    worked_out = [gate["id"] for gate in known.gates(world) if gate["kind"] != "judged"]
    judged = [gate["in_sentence"] for gate in known.gates(world) if gate["kind"] == "judged"]
    chances = {gate: [known.odds(world, f"{option}.{level}")[gate] for level in world.case["us_levels"]]
               for gate in worked_out}  # fmt: skip
    shut = any(2 * max(every) < known.thresholds(world)[2] for every in chances.values())
    low = world.words(f"feasibility.confidence.{option}") == "low"
    stem = r"Confidence in this verdict is {}\. "
    calculated = r"(?:Its weakest gate is calculated, from shares and ratios that are assumed\. )?"
    yield from one_of(page, "confidence in the verdict", {
        "shut": (f"{stem}A calculated gate rules the option out by a wide margin, at every level", shut and not low),
        "judged": (stem + calculated + f"The chances of {re.escape(joined(judged))} are judgements of this project",
                   bool(judged) and (low or not shut)),
    })  # fmt: skip
    odds = known.odds(world, world.planned(option))
    for match in found(page, f"{stem}Its weakest gate is calculated"):
        yield Claim("judged", match[0], any(odds[gate] == min(odds.values()) for gate in worked_out))


@rule("verdict_answers.feasibility_confidence", "verdict_answers.what_is_judged", branches="alike apart gates")
def confidence_in_verdicts(page: Page) -> Iterator[Claim]:
    """Confidence in all verdicts, alike or apart, and which gates are judged."""
    grades = {page.world.words(f"feasibility.confidence.{option}") for option in page.world.options}
    yield from one_of(page, "confidence in verdicts", {
        "alike": (r"Confidence in the verdicts is {} for every option\.", len(grades) == 1),
        "apart": (r"Confidence in the verdicts is {} for (?!every option).+?\.", len(grades) > 1),
    })  # fmt: skip
    judged = r"The chances of (.+?) are judgements of this project, not elicited from experts\."
    for match in found(page, rf"{judged} Those of (.+?) are calculated"):
        told = {gate["id"]: gate["in_sentence"] in match[1] for gate in known.gates(page.world)}
        rest = {gate["id"]: gate["in_sentence"] in match[2] for gate in known.gates(page.world)}
        kinds = {gate["id"]: gate["kind"] == "judged" for gate in known.gates(page.world)}
        yield Claim("gates", match[0], told == kinds and all(rest[gate] != kinds[gate] for gate in kinds))


@rule("verdict_answers.first_failing", branches="fails")
def first_failing(page: Page) -> Iterator[Claim]:
    """The gate that most often fails first has the largest share of first failures."""
    if option := known.option_of(page):
        level = page.world.options[option]["us_level"]
        shares = {row["in_sentence"]: row["first_failure"] for row in page.world.tables["gate_results"]
                  if (row["option"], row["us_level"]) == (option, level)}  # fmt: skip
        pattern = r"the gate that most often fails first is ([^.⟧]+)\."
        for match in found(page, pattern):
            yield Claim("", match[0], shares[match[1]] == max(shares.values()))
        yield from only_if(page, "fails", pattern, so=max(shares.values()) > 0)


@rule("size_answers.gap_sentence", branches="enough missing")
def gap(page: Page) -> Iterator[Claim]:
    """What is missing in the middle result is what the supply falls short of the size."""
    for option in filter(None, [known.option_of(page)]):
        at = page.world.planned(option)
        supply, size = page.world.number(f"generation.sustainable.{at}"), page.world.number(f"generation.size.{option}")
        yield from one_of(page, f"gap of {option}", {
            "enough": (r"In the middle result none are missing", supply >= size),
            "missing": (r"In the middle result {} are missing", supply < size),
        })  # fmt: skip
        likely = page.world.number(f"generation.probability.{at}")
        yield Claim("", f"{option}: {likely}", (likely >= 0.5) == (supply >= size) or abs(likely - 0.5) < 0.01)


@rule("size_answers.type_gap_sentence", branches="missing suffices")
def type_gap(page: Page) -> Iterator[Claim]:
    """The kinds of soldiers that are missing, the largest gap first."""
    for option in filter(None, [known.option_of(page)]):
        level = page.world.options[option]["us_level"]
        gaps = {f"generation.type_gap.{option}.{row['force_type']}": row["gap"]
                for row in page.world.tables["force_gaps"]
                if (row["option"], row["us_level"]) == (option, level) and row["gap"] >= 0.5}  # fmt: skip
        yield from one_of(page, f"kinds missing for {option}", {
            "missing": ("likely to take part, at central values, missing are (.+)", bool(gaps)),
            "suffices": ("Those who are likely to take part would suffice for every kind of soldier", not gaps),
        })  # fmt: skip
        for match in found(page, "likely to take part, at central values, missing are (.+)"):
            told = [name for name in re.findall(r"⟦([^=]+)=", match[1]) if ".type_gap." in name]
            sizes = [gaps.get(name, 0) for name in told]
            yield Claim("", match[0], set(told) == set(gaps) and sizes == sorted(sizes, reverse=True))


@rule("size_answers.size_sentence", branches="none nearly smaller reached")
def size_that_passes(page: Page) -> Iterator[Claim]:
    """The size that could be kept in place agrees with the gate and with the curve of supply."""
    for option in filter(None, [known.option_of(page)]):
        world, at = page.world, page.world.planned(option)
        level, feasible = at.partition(".")[2], known.thresholds(world)[0]
        curve = {row["troops"]: whole(row["probability"]) for row in world.tables["supply_curve"]
                 if (row["option"], row["us_level"]) == (option, level) and row["troops"] > 0}  # fmt: skip
        passed = whole(world.number(f"generation.probability.{at}")) >= feasible
        told = f"feasibility.size_that_passes.{at}"
        size = world.number(told) if told in world.facts else 0
        near = size >= 0.95 * world.number(f"generation.size.{option}")
        yield from one_of(page, f"size of {option}", {
            "none": (r"No size looked at could be generated with a chance of {}", size == 0),
            "nearly": (r"A little fewer than the size judged could be generated", bool(size) and not passed and near),
            "smaller": (r"Only {} could be generated with a chance of {}", bool(size) and not passed and not near),
            "reached": (r"Up to {} could be generated with a chance of at least {}", bool(size) and passed),
        })  # fmt: skip
        at_least = max((troops for troops, chance in curve.items() if chance >= feasible), default=0)
        beyond = min((troops for troops, chance in curve.items() if chance < feasible), default=size)
        yield Claim("", f"{told}: {size}; curve {at_least} to {beyond}", at_least <= size + 1 <= beyond + 1)


@rule(
    "closing_answers.closing_sentence",
    "size_answers.smaller_sentence",
    branches="needless hopeless closing smaller neither",
)
def closing(page: Page) -> Iterator[Claim]:
    """Conditions close every gate only where they do."""
    world = page.world
    for option in filter(None, [known.option_of(page)]):
        at = world.planned(option)
        ruling, closed = known.verdict(world, at), known.closes(world, at)
        yield from one_of(page, f"conditions of {option}", {
            "needless": ("No further condition is needed", ruling == "feasible"),
            "hopeless": ("At the published size no combination of the conditions looked at would bring each gate to {}",
                         ruling != "feasible" and not closed),
            "closing": ("Each gate, taken by itself, would reach {} if conditions are met: {}",
                        ruling != "feasible" and closed),
        })  # fmt: skip
        labels = {row["label"] for row in world.tables["conditions"] if row["option"] == option}
        for match in found(page, "Each gate, taken by itself, would reach {} if conditions are met: {}"):
            yield Claim("", match[0], any(label in world.words(match[2]) for label in labels))
        held = f"feasibility.size_held.{at}"
        for match in found(
            page, "A force of no more than {} would (?:pass each gate as it is|bring each gate, taken by itself, to {})"
        ):
            smaller = 0 < world.number(held) <= world.number(f"generation.size.{option}")
            judged = {gate["id"] for gate in known.gates(world) if gate["kind"] == "judged"}
            odds = known.odds(world, at) if "as it is" in match[0] else known.given_conditions(world, at)
            met = all(odds[gate] >= known.thresholds(world)[0] for gate in judged)
            yield Claim("smaller", match[0], match[1] == held and smaller and met and not closed)
        reached = f"feasibility.closing_smaller.{at}"
        never = reached in world.facts and world.words(reached).startswith("none")
        never = never and held in world.facts and world.number(held) > 0
        pattern = f"Nor would they at ⟦{re.escape(held)}=[^⟧]*⟧, the most that could be both generated and kept up"
        yield from only_if(page, "neither", pattern, so=never and ruling != "feasible" and not closed)


@rule("closing_answers.failing_gates", "closing_answers.switching_cell", "closing_answers.drivers_of",
      "option.worth", branches="reach beyond stuck failing passes")  # fmt: skip
def switching(page: Page) -> Iterator[Claim]:
    """Only failing gates are told how to pass, and within what is possible only where the driver can get there."""
    world, option = page.world, known.option_of(page)
    if not option:
        return
    reachable = {f"{row['option']}.{row['target']}.{row['driver']}": bool(row["reachable"])
                 for row in world.tables["switches"]
                 if row["kind"] == "gate" and f"{row['option']}.{row['us_level']}" == world.planned(row["option"])
                 and not row["driver"].startswith("gate_chance.")}  # fmt: skip
    for match in found(page, r"^Driver (\S+): (.+)$"):
        drivers = re.findall(r"⟦feasibility\.switch\.([^=]+)=", match[2])
        within = [driver for driver, so in reachable.items() if so and driver.startswith(f"{option}.{match[1]}.")]
        if match[2].startswith("beyond what is thought possible: "):
            yield Claim("beyond", match[0], bool(drivers) and not any(reachable[driver] for driver in drivers))
        elif drivers:
            yield Claim("reach", match[0], set(drivers) <= set(within))
        else:
            yield Claim("stuck", match[0], match[2] in {"none of those looked at", "–"})
    failing = [gate["label"] for gate in known.gates(world)
               if known.odds(world, world.planned(option))[gate["id"]] < known.thresholds(world)[0]]  # fmt: skip
    if page.name.startswith("option_"):
        table = page.text.partition("What would change the gates that are not likely enough")[2]
        yield Claim("failing" if failing else "passes", f"gates that fail: {failing}", bool(table) == bool(failing))
        for gate in known.gates(world):
            row = re.search(rf"^{re.escape(gate['label'])}$", table, flags=re.MULTILINE)
            yield Claim("", f"row of {gate['id']}", (row is not None) == (gate["label"] in failing))


@rule("closing_answers.moved", branches="up down")
def moved(page: Page) -> Iterator[Claim]:
    """A driver rises to a larger value and falls to a smaller one, also at the digits printed."""
    texts = {one.fact: one.text for one in page.printed}
    for match in found(page, r"(rising|falling|rose|fell) from {} to {}"):
        up = match[1] in {"rising", "rose"}
        today, then = page.world.number(match[2]), page.world.number(match[3])
        same = match[2].replace("switch_today", "switch") == match[3]
        apart = texts[match[2]] != texts[match[3]]
        yield Claim("up" if up else "down", match[0], (then > today) == up and then != today and same and apart)


@rule("closing_answers.given_cell", branches="better")
def given(page: Page) -> Iterator[Claim]:
    """A condition makes a gate likelier, and says so only where it is printed as likelier."""
    if not known.option_of(page):
        return
    world, at = page.world, page.world.planned(known.option_of(page))
    for match in found(page, "{} provided that "):
        if match[1].startswith("feasibility.given."):
            gate = match[1].rpartition(".")[2]
            now = world.number(f"feasibility.gate.{gate}.{at}")
            yield Claim("better", match[0], whole(world.number(match[1])) > whole(now))


@rule(
    "verdict_answers.us_difference_sentence",
    "option.gates",
    "verdict_answers.us_most_changed",
    branches="stays changes planned",
)
def us_difference(page: Page) -> Iterator[Claim]:
    """The verdict stays or changes between the least and the most support."""
    if not known.option_of(page):
        return
    world, option = page.world, known.option_of(page)
    least, *_, most = world.case["us_levels"]
    before, after = (known.verdict(world, f"{option}.{level}") for level in (least, most))
    yield from one_of(page, "difference of support", {
        "stays": (r"\. The verdict stays {}", before == after),
        "changes": (r"\. The verdict changes from {} to {}", before != after),
    })  # fmt: skip
    phrase = world.case["us_levels"][world.options[option]["us_level"]]["phrase"]
    told = [match[1].lower() for match in found(page, r"\n([^\n]+) \(as planned\)")]
    yield Claim("planned", f"as planned: {told}", told in ([], [phrase.lower()]), told=bool(told))


@rule("size_answers.break_even_sentence", branches="pays")
def break_even(page: Page) -> Iterator[Claim]:
    """What the force must spare is told where it spares anything."""
    for match in found(page, "years, ([^.⟧]+?) would cost {} euros"):
        option = match[2].rpartition(".")[2]
        pays = found(page, r"The force pays for itself if such a war would cost at least {} euros")
        here = any(one[1] == f"feasibility.break_even.{option}" for one in pays)
        there = f"feasibility.break_even.{option}" in page.world.facts
        yield Claim("pays" if there else "", match[0],
                    here == there and match[1] == page.world.options[option]["in_sentence"])  # fmt: skip


@rule("rank_answers.ranking_sentence", "rank_answers.bounded_sentence", "rank_answers.first_by",
      "rank_answers.viewpoint_sentence", branches="simplex bounded view")  # fmt: skip
def ranking(page: Page) -> Iterator[Claim]:
    """The option named first has the largest share of first places, as printed."""
    world = page.world
    patterns = {
        "simplex": r"Over all possible weights of the criteria, ([^⟧]+?) comes first in {}",
        "bounded": r"With weights inside the bounds printed below, ([^⟧]+?) comes first most often, in {}",
        "view": r"(?:is: |; )[^,;.⟧]+, ([^⟧,;]+?) \({}\)",
    }
    for branch, pattern in patterns.items():
        told = [match for match in found(page, pattern) if match[2].startswith("feasibility.")]
        for match in told:
            option = next(name for name in world.options if f".{name}" in match[2])
            shares = {one: world.number(match[2].replace(option, one)) for one in world.options}
            first = whole(shares[option]) == max(whole(share) for share in shares.values())
            yield Claim(branch, match[0], first and match[1] == world.options[option]["in_sentence"])
        yield Claim("", f"ranking by {branch}", holds=True, told=bool(told))
    for option in world.options:
        ever = world.number(f"feasibility.rank_acceptability.{option}.1") > 0
        names = [name for name in world.facts if name.startswith(f"feasibility.central_weight.{option}.")]
        yield Claim("", f"weights of {option}", bool(names) == ever)


@rule("size_answers.holding_sentence", branches="some nowhere")
def holding(page: Page) -> Iterator[Claim]:
    """The size that could be kept up is told for the options that have one, and passes no more than it can supply."""
    world = page.world
    names = {option: f"feasibility.size_held.{world.planned(option)}" for option in world.options}
    some = {name for name in names.values() if name in world.facts and world.number(name) > 0}
    stem = r"both generated and kept up for {} years with a chance of {}\? "
    for match in found(page, rf"{stem}At most (.+?)\.(?=\s|$)"):
        told = {name for name in re.findall(r"⟦([^=]+)=", match[3]) if ".size_held." in name}
        passing = all(
            world.number(name) <= world.number(name.replace("size_held", "size_that_passes")) for name in told
        )
        yield Claim("some", match[0], told == some and passing)
    none = [world.options[option]["in_sentence"] for option, name in names.items() if name not in some]
    for match in found(page, r"No size looked at for (.+?)\."):
        yield Claim("nowhere", match[0], match[1] == joined(none))
    yield Claim(
        "", "sizes held", holds=True, told=bool(found(page, "How large a force could be both generated and kept up"))
    )


@rule("size_answers.smaller_list", "size_answers.smaller_words", branches="given free beyond nowhere")
def smaller_sizes(page: Page) -> Iterator[Claim]:
    """Every option in the list of sizes stands there as its size and its conditions are."""
    world = page.world
    for option, row in world.options.items():
        held, needed = (f"feasibility.{name}.{world.planned(option)}" for name in ("size_held", "closing_smaller"))
        size = world.number(held) if held in world.facts else 0
        words = world.words(needed) if needed in world.facts else "none"
        none, free = words.startswith("none"), words == "no further condition"
        stem = f"^{re.escape(row['short_label'])}: "
        yield from one_of(page, f"size of {option} kept up", {
            "given": (f"{stem}{{}}, provided that {{}}[.]", size > 0 and not none and not free),
            "free": (f"{stem}{{}}, with no further condition[.]", size > 0 and free),
            "beyond": (f"{stem}{{}}, but no conditions looked at would bring every gate that far", size > 0 and none),
            "nowhere": (rf"{stem}no size looked at\.", size == 0),
        })  # fmt: skip


@rule("size_answers.worth_sentence", branches="worth")
def worth(page: Page) -> Iterator[Claim]:
    """What a renewed war would have to cost is told for every option for which there is such a cost."""
    names = {name for name in page.world.facts if name.startswith("feasibility.break_even.")}
    for match in found(page, r"A force, once there, pays for itself .+? would cost enough\. Enough is (.+?)\.(?=\s|$)"):
        told = re.findall(r"⟦([^=]+)=[^⟧]*⟧ euros for (.+?)(?=, ⟦| and ⟦|$)", match[1])
        meant = {name: page.world.options[name.rpartition(".")[2]]["in_sentence"] for name in names}
        yield Claim("worth", match[0], dict(told) == meant)
    yield from only_if(page, "", "A force, once there, pays for itself", so=bool(names))


@rule("verdict_answers.what_blocks", branches="shut open")
def blocks(page: Page) -> Iterator[Claim]:
    """Which gates rule which options out, each with its chance."""
    world, out = page.world, known.thresholds(page.world)[2]
    told = []
    for option, row in world.options.items():
        chances = known.odds(world, world.planned(option))
        at = world.planned(option)
        shut = [rf"{re.escape(gate['in_sentence'])} \(⟦feasibility\.gate\.{gate['id']}\.{at}=[^⟧]*⟧\)"
                for gate in known.gates(world) if chances[gate["id"]] < out]  # fmt: skip
        told += [f"{re.escape(row['short_label'])}: {joined(shut)}"] if shut else []
    yield from one_of(page, "what blocks", {
        "shut": (rf"A gate with a chance below {{}} rules an option out\. {'; '.join(told)}\.", bool(told)),
        "open": ("No gate has a chance below {}", not told),
    })  # fmt: skip


@rule("verdict_answers.verdict_in_short", branches="group")
def in_short(page: Page) -> Iterator[Claim]:
    """Every option stands once, under its verdict."""
    world = page.world
    groups: dict[str, list[str]] = {}
    for option, row in world.options.items():
        groups.setdefault(known.verdict(world, world.planned(option)), []).append(row["in_sentence"])
    one = "[^⟦.]+? (?:is|are) ⟦feasibility.verdict[^⟧]+⟧"
    for match in found(page, rf"by a rule fixed beforehand, ({one}(?:\. {one})*)\."):
        told = re.findall(r"(?:^|\. )(?:[Tt]he verdict on )?([^⟧]+?) (?:is|are) ⟦[^=]+=([^⟧]+)⟧", match[1])
        yield Claim("group", match[0], {words: names.lower() for names, words in told} ==
                    {words: joined(names).lower() for words, names in groups.items()})  # fmt: skip


@rule("verdict_answers.same_verdicts_sentence", "summary", branches="same")
def same_verdicts(page: Page) -> Iterator[Claim]:
    """Two options differ only by their support where they have one verdict at each level and two as planned."""
    world, levels = page.world, list(page.world.case["us_levels"])
    for place, (one, row) in enumerate(world.options.items()):
        for other in list(world.options)[place + 1 :]:
            alike = all(
                known.verdict(world, f"{one}.{level}") == known.verdict(world, f"{other}.{level}") for level in levels
            )
            planned = known.verdict(world, world.planned(one)) != known.verdict(world, world.planned(other))
            names = f"{row['in_sentence'][1:]} and {world.options[other]['in_sentence']}"
            so = alike and planned
            yield from only_if(
                page, "same", f"{re.escape(names)}: the verdicts differ only because of the American support", so=so
            )


@rule("option_words.options_explained", branches="explained")
def explained(page: Page) -> Iterator[Claim]:
    """The summary says what an option is whose label says more than a name."""
    if page.name == "summary":
        for row in page.world.options.values():
            head, more, tail = row["label"].partition(": ")
            yield from only_if(page, "explained", re.escape(f"{head}: {tail}."), so=bool(more))


@rule("verdict_answers.us_most_changed", branches="most")
def most_changed(page: Page) -> Iterator[Claim]:
    """The option told to show what support changes is the one for which it changes most."""
    if page.name != "brief":
        return
    world = page.world
    least, *_, most = world.case["us_levels"]
    joint = {option: [world.number(f"feasibility.joint.{option}.{level}") for level in (least, most)]
             for option in world.options}  # fmt: skip
    change = {option: abs(after - before) for option, (before, after) in joint.items()}
    for match in found(page, "For ([^⟧]+?) the chance that every gate is passed is {} "):
        yield Claim("most", match[0], change[match[2].split(".")[2]] == max(change.values()))


@rule("size_answers.smaller_sentence", "size_answers.beyond_sentence", branches="sizes beyond")
def smaller(page: Page) -> Iterator[Claim]:
    """At a smaller size gates are met, by the judged ones as they are or given the conditions that are named."""
    world, judged = page.world, [gate["id"] for gate in known.gates(page.world) if gate["kind"] == "judged"]
    told: dict[str, list[str]] = {}
    for option, row in world.options.items():
        name = f"feasibility.closing_smaller.{world.planned(option)}"
        if name in world.facts and not world.words(name).startswith("none"):
            told.setdefault(world.words(name), []).append(row["in_sentence"])
            free = world.words(name) == "no further condition"
            chances = (
                known.odds(world, world.planned(option))
                if free
                else known.given_conditions(world, world.planned(option))
            )
            met = all(chances[gate] >= known.thresholds(world)[0] for gate in judged)
            yield Claim(
                "",
                f"{name}: {world.words(name)}",
                met and world.number(f"feasibility.size_held.{world.planned(option)}") > 0,
            )
    parts = [rf"{re.escape(joined(names))}, "
             + (r"with no further condition\." if words == "no further condition" else r"provided that {}\.")
             for words, names in told.items()]  # fmt: skip
    stem = "At that size each gate, taken by itself, can reach {} for "
    yield from only_if(page, "sizes", stem + " So it can for ".join(parts), so=bool(told))
    held = {option: f"feasibility.size_held.{world.planned(option)}" for option in world.options}
    able = [name for names in told.values() for name in names]
    beyond = [row["in_sentence"] for option, row in world.options.items() if row["in_sentence"] not in able
              and held[option] in world.facts and world.number(held[option]) > 0]  # fmt: skip
    never = "Even at that size no conditions looked at would bring every gate to {} for "
    yield from only_if(page, "beyond", rf"{never}{re.escape(joined(beyond))}\.", so=bool(beyond))
    for match in found(page, rf"{never}([^.]+)\."):
        yield Claim("beyond", match[0], match[2] == joined(beyond))
