"""Sentences on gates, verdicts, conditions and what would have to change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentences import gates as known
from sentences.numbers import joined, whole
from sentences.printed import in_band
from sentences.rule import Claim, found, one_of, only_if, rule
from sentences.world import Page, World


def named(world: World, option: str) -> str:
    """An option and its support as they stand in a pattern."""
    row = world.options[option]
    return re.escape(f"{row['in_sentence']} {world.case['support_levels'][row['support_level']]['phrase']}")


TOUR = "could be generated for a first tour with a chance of"


@rule(branches="feasible apart below between closed open")
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
        joint, together = known.together(world, at)
        yield from one_of(page, f"verdict on {option}", {
            "feasible": (f"{met}and all together of at least {{}}[.]", least >= feasible and joint >= together),
            "apart": (f"{met}but all together have only {{}}, below {{}}[.]",
                      ruling == "indeterminate" and least >= feasible and joint < together),
            "below": (f"{short}, below {{}}", least < out),
            "between": (rf"{short}\. That is too high to rule the option out{just} and too low to build on",
                        out <= least < conditional),
            "closed": (f"{met}and named conditions would", ruling == "conditional"),
            "open": (f"{met}but no conditions looked at would",
                     ruling == "indeterminate" and conditional <= least < feasible),
        })  # fmt: skip
        for match in found(page, stem):
            name = f"feasibility.verdict.{at}"
            yield Claim("", f"{match[0]}: {ruling}", match[1] == name and world.words(name) == ruling)


@rule(branches="joint")
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


@rule(branches="alike apart")
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


@rule(branches="enough missing")
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


@rule(branches="none nearly smaller reached")
def size_that_passes(page: Page) -> Iterator[Claim]:
    """The size that could be kept in place agrees with the gate and with the curve of supply."""
    for option in filter(None, [known.option_of(page)]):
        world, at = page.world, page.world.planned(option)
        level, feasible = at.partition(".")[2], known.thresholds(world)[0]
        curve = {row["troops"]: whole(row["probability"]) for row in world.tables["supply_curve"]
                 if (row["option"], row["support_level"]) == (option, level) and row["troops"] > 0}  # fmt: skip
        # Where the plan falls in its first year a surge counts at the start, which the curve leaves out.
        surge = any(row["option"] == option and row["year"] == 1 for row in world.tables.get("planned_strength", ()))
        (gate,) = {row["gate"] for row in world.tables["gate_results"] if row["kind"] == "generation"}
        passed = whole(world.number(f"feasibility.gate.{gate}.{at}")) >= feasible
        told = f"feasibility.size_that_passes.{at}"
        size = world.number(told) if told in world.facts else 0
        near = size >= 0.95 * world.number(f"generation.size.{option}")
        yield from one_of(page, f"size of {option}", {
            "none": (f"No size looked at {TOUR} {{}}", size == 0),
            "nearly": (f"A little fewer than the size judged {TOUR} {{}}", bool(size) and not passed and near),
            "smaller": (f"Only {{}} {TOUR} {{}}", bool(size) and not passed and not near),
            "reached": (f"Up to {{}} {TOUR} at least {{}}", bool(size) and passed),
        })  # fmt: skip
        at_least = max((troops for troops, chance in curve.items() if chance >= feasible), default=0)
        short = [troops for troops, chance in curve.items() if chance < feasible and not surge]
        beyond = min(short, default=size)
        yield Claim("", f"{told}: {size}; curve {at_least} to {beyond}", at_least <= size + 1 <= beyond + 1)


@rule(branches="needless hopeless closing smaller neither")
def closing(page: Page) -> Iterator[Claim]:
    """Conditions close every gate only where they do."""
    world = page.world
    for option in filter(None, [known.option_of(page)]):
        at = world.planned(option)
        ruling, closed = known.verdict(world, at), known.closes(world, at)
        no_conditions = "At the published size no combination of the conditions looked at"
        yield from one_of(page, f"conditions of {option}", {
            "needless": ("No further condition is needed", ruling == "feasible"),
            "hopeless": (f"{no_conditions} would bring each gate to {{}} and all together to {{}}",
                         ruling != "feasible" and not closed),
            "closing": ("Each gate would reach {}, and all together {}, if conditions are met: {}",
                        ruling != "feasible" and closed),
        })  # fmt: skip
        labels = {row["label"] for row in world.tables["conditions"] if row["option"] == option}
        for match in found(page, "Each gate would reach {}, and all together {}, if conditions are met: {}"):
            yield Claim("", match[0], any(label in world.words(match[3]) for label in labels))
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


@rule(branches="reach beyond stuck failing passes")
def switching(page: Page) -> Iterator[Claim]:
    """Only failing gates are told how to pass, and within what is possible only where the driver can get there."""
    world, option = page.world, known.option_of(page)
    if not option:
        return
    reachable = {f"{row['option']}.{row['target']}.{row['driver']}": bool(row["reachable"])
                 for row in world.tables["switches"]
                 if row["kind"] == "gate" and f"{row['option']}.{row['support_level']}" == world.planned(row["option"])
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


@rule(branches="up down")
def moved(page: Page) -> Iterator[Claim]:
    """A driver rises to a larger value and falls to a smaller one, also at the digits printed."""
    texts = {one.fact: one.text for one in page.printed}
    for match in found(page, r"(rising|falling|rose|fell) from {} to {}"):
        up = match[1] in {"rising", "rose"}
        today, then = page.world.number(match[2]), page.world.number(match[3])
        same = match[2].replace("switch_today", "switch") == match[3]
        apart = texts[match[2]] != texts[match[3]]
        yield Claim("up" if up else "down", match[0], (then > today) == up and then != today and same and apart)


@rule(branches="some nowhere")
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


@rule(branches="sizes beyond")
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


@rule(branches="sure")
def never_fails(page: Page) -> Iterator[Claim]:
    """A gate that no draw fails at any level, for this option or for all, is told in one sentence; no other gate is."""
    world, options = page.world, known.told_of(page)
    places = [f"{option}.{level}" for option in options for level in world.case["support_levels"]]
    sure = [gate["in_sentence"] for gate in known.gates(world)
            if all(world.number(f"feasibility.gate.{gate['id']}.{at}") == 1 for at in places)]  # fmt: skip
    words = rf"No draw fails at {re.escape(joined(sure))}; the table leaves out what never fails"
    yield from only_if(page, "sure", words if sure else "No draw fails at [^;]+; the table", so=bool(sure))
