"""Other inputs than the fixture's, within what the checks allow: chances, armies, links, risks, polls, thresholds."""

from __future__ import annotations

import csv
import io
import math
import random
import shutil
from collections.abc import Callable
from pathlib import Path

Row = dict[str, str]
MINIATURE = Path(__file__).resolve().parents[1] / "fixtures" / "miniature" / "inputs"
POSITIONS = ("yes", "conditional", "conflicting", "unstated", "no")
METHODS = ("observer_line", "light_interposition", "task_organised", "dense_separation", "force_to_space")  # fmt: skip
TRIPLE = ("low", "central", "high")
SCALED = {  # assumptions that are multiplied, and by how much at most
    "provocation_ratio": 1.05, "force_share": 3, "line_length": 2, "soldier_cost": 4,
    "recovery_needs": 9, "enabler_share": 1.2, "fuel_burden": 2, "post_spacing_monitoring": 2, "loc_rate": 3,
    "mobilisation_days": 2, "readiness_days": 2, "points_to_three_quarters": 2, "hazardous_share": 1.9,
    "stock_days_fuel": 4, "stock_days_provisions": 4, "stock_days_ammunition": 4, "stock_days_other": 4,
}  # fmt: skip


class Inputs:
    """A copy of the inputs of a case, edited row by row."""

    def __init__(self, folder: Path, case: str) -> None:
        self.folder, self.case = folder, case

    def edit(self, name: str, change: Callable[[Row], bool | None]) -> None:
        """Change every row of a table of the case, or of the reference tables; False leaves the row out."""
        file = next(file for file in (self.folder / self.case / name, self.folder / name) if file.is_file())
        with file.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            fields = list(reader.fieldnames or ())
            rows = [row for row in reader if change(row) is not False]
        text = io.StringIO()
        writer = csv.DictWriter(text, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        file.write_text(text.getvalue(), encoding="utf-8", newline="\n")

    def settings(self, change: Callable[[str], str]) -> None:
        """Change the text of the settings."""
        file = self.folder / self.case / "case.yaml"
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def changed_inputs(folder: Path, seed: int) -> Path:
    """A copy of the miniature inputs under `folder`, changed at random; every seed has its own leaning."""
    root = folder / f"inputs{seed}"
    shutil.copytree(MINIATURE, root)
    if seed % 2:  # nobody has answered in every other world, and what was judged counts
        (root / "island" / "elicitation.csv").unlink()
    chance, inputs = random.Random(seed), Inputs(root, "island")  # noqa: S311 - made-up numbers
    chance.leaning_easy = seed % 4 == 3
    for change in (
        _settings,
        _contributors,
        _chances,
        _network,
        _options,
        _evidence,
        _scores,
        _assumptions,
        _history,
        _brigades,
    ):
        change(inputs, chance)
    return root


def easy(chance: random.Random) -> bool:
    """Whether the seed leans towards options that pass: large armies, small forces, open routes, willing states."""
    return bool(getattr(chance, "leaning_easy", False))


def _number(value: float) -> str:
    return f"{value:.6g}"


def _triple(chance: random.Random, level: float, *, least: float = 0.0, most: float = 1.0) -> tuple[str, str, str]:
    middle = min(max(level + chance.uniform(-0.1, 0.1), least), most)
    low = max(least, middle - chance.uniform(0.01, 0.15))
    high = min(most, middle + chance.uniform(0.01, 0.15))
    return _number(low), _number(min(max(middle, low), high)), _number(high)


def _judge(row: Row, chance: random.Random, level: float) -> None:
    row.update(zip(TRIPLE, _triple(chance, level), strict=True))


def _settings(inputs: Inputs, chance: random.Random) -> None:
    feasible, conditional, out = chance.choice(((0.75, 0.4, 0.2), (0.6, 0.3, 0.1), (0.9, 0.5, 0.3), (0.75, 0.4, 0.2)))
    size = round(math.exp(chance.uniform(5.7, 11.5)))
    force = chance.choice((500, 9000, 9000, 25000, 100000, 1000000))
    swaps = {
        "feasible: 0.75": f"feasible: {feasible}",
        "conditional: 0.40": f"conditional: {conditional}",
        "not_feasible: 0.20": f"not_feasible: {out}",
        "seed: 7": f"seed: {chance.randrange(10_000)}",
        "force_sizes: [9000]": f"force_sizes: [{force}]",
        "reference_size: 9000": f"reference_size: {size}",
        "sizes: [2000, 9000]": f"sizes: [{', '.join(map(str, sorted({2000, 9000, size})))}]",
        "likely: 0.5": f"likely: {chance.choice((0.3, 0.5, 0.7))}",
        "close_share: 0.25": f"close_share: {chance.choice((0.05, 0.25, 1))}",
    }

    def replaced(text: str) -> str:
        for old, new in swaps.items():
            head, found, tail = text.partition(old)
            if not found:
                raise AssertionError(f"{old!r} is not in case.yaml: nothing would be changed")
            text = head + new + tail
        return text

    inputs.settings(replaced)


def _brigades(inputs: Inputs, chance: random.Random) -> None:
    """More brigades or fewer; in some worlds nobody has counted those of one state, or of all."""
    size, unknown = math.exp(chance.uniform(-1, 2.5)), chance.choice(("", "", "", "eastland", "northland"))
    columns = [f"brigades_{part}" for part in TRIPLE]

    def count(row: Row) -> None:
        row.update({column: "" if row["id"] == unknown else _number(size * float(row[column])) for column in columns})

    inputs.edit("contributors.csv", count)


def _contributors(inputs: Inputs, chance: random.Random) -> None:
    leaning = chance.uniform(0, 1)
    growth = math.exp(4.5 if easy(chance) else chance.uniform(-1.5, 3.0))
    leaning = 1.0 if easy(chance) else leaning

    def army(row: Row) -> None:
        row["position"] = "yes" if easy(chance) else chance.choice(POSITIONS)
        row["army_active"] = str(max(500, round(float(row["army_active"]) * growth * chance.uniform(0.5, 2))))
        row["army_trained"] = ""
        row["active_personnel"] = str(2 * int(row["army_active"]))

    before: dict[str, list[float]] = {}

    def position(row: Row) -> None:
        level = {"yes": 0.85, "conditional": 0.5, "conflicting": 0.35, "unstated": 0.15, "no": 0.05}[row["position"]]
        drawn = [float(part) for part in _triple(chance, min(0.99, max(0.01, level + leaning - 0.5)))]
        least = before.setdefault(row["position"], drawn)  # more support never makes it less likely
        row.update({column: _number(max(pair)) for column, *pair in zip(TRIPLE, drawn, least, strict=True)})

    inputs.edit("contributors.csv", army)
    inputs.edit("position_chances.csv", position)
    inputs.edit(
        "option_contributors.csv",
        lambda row: row.update(position="" if easy(chance) else chance.choice(("", *POSITIONS)), most=""),
    )
    series = chance.choice(("league", "nato"))
    swap = chance.random() < 0.5

    def strength(row: Row) -> None:
        row["series"] = series if row["series"] == "league" else row["series"]
        row["id"] = f"{row['contributor']}_{row['year']}_{row['series']}"
        if swap and row["contributor"] == "northland":
            row["persons"] = str(round(float(row["persons"]) * (0.5 if row["year"] == "1990" else 2)))

    inputs.edit("reference/army_strengths.csv", strength)
    effort, spread = math.exp(chance.uniform(-0.8, 0.8)), chance.uniform(0, 1)

    def kept(row: Row) -> None:
        deployed = float(row["deployed"]) * effort * math.exp(chance.uniform(-spread, spread))
        row["deployed"] = str(min(round(deployed) + 1, int(row["army"])))

    inputs.edit("reference/sustained_deployments.csv", kept)


def _chances(inputs: Inputs, chance: random.Random) -> None:
    levels = chance.choice(((0.95,), (0.05, 0.3), (0.5, 0.8), (0.3, 0.6, 0.9), (0.85, 0.95)))
    better = chance.choice(((0.5, 0.8), (0.95,), (0.95,)))
    if easy(chance):
        levels, better = (0.97,), (0.97,)
    inputs.edit("gate_chances.csv", lambda row: _judge(row, chance, chance.choice(levels)))
    inputs.edit("conditions.csv", lambda row: _judge(row, chance, chance.choice(better)))
    inputs.edit("carry_over.csv", lambda row: _judge(row, chance, chance.uniform(0.05, 0.95)))
    grave, in_gate = chance.uniform(0.05, 0.9), chance.choice((0.2, 0.2, 1))
    inputs.edit("risk_chances.csv", lambda row: _judge(row, chance, grave * chance.random()))

    seeds: list[int] = []

    def gated(row: Row) -> None:
        seeds.extend(chance.choices(range(1, 6), k=3))
        row["in_gate"] = str(int(chance.random() < in_gate))

    def cost(row: Row) -> None:
        most = 1 if row["toll"] == "war" else 10 ** costs.uniform(0, 3)
        low, middle, high = sorted(round(most * costs.random(), 3) for _ in range(3))
        row.update(low=str(low), central=str(middle), high=str(high))

    inputs.edit("risks.csv", gated)
    costs = random.Random(str(seeds))  # noqa: S311
    inputs.edit("risk_consequences.csv", cost)

    widest = chance.choice((1, 6, 6, 6))

    def gap(row: Row) -> None:
        row["gap"] = str(0 if row["id"] == "islands" else chance.randrange(widest))

    inputs.edit("enablers.csv", gap)
    thresholds = {"truce_holds": (0.01, 0.99), "troops_found": (1, 60_000), "northern_favour": (-60, 60)}

    def threshold(row: Row) -> None:
        row["threshold"] = _number(chance.uniform(*thresholds[row["id"]]))
        row["direction"] = chance.choice(("at_least", "at_most"))

    inputs.edit("indicators.csv", threshold)


# By sea to the harbour and by road to the capital: a network without any way in is refused.
LEFT_OPEN = {"K08", "K10"}


def _network(inputs: Inputs, chance: random.Random) -> None:
    wealth, closed = math.exp(3 if easy(chance) else chance.uniform(-3, 3)), chance.choice((0, 0, 0.05, 0.2))
    closed, doubt = 0 if easy(chance) else closed, chance.uniform(0, 2)
    only_way = chance.random() < 0.15  # the one road to a sector is closed

    def link(row: Row) -> None:
        factor, wider = wealth * math.exp(chance.uniform(-0.7, 0.7)), math.exp(chance.uniform(0, doubt))
        for column in (f"{kind}_{part}" for kind in ("units", "capacity") for part in TRIPLE):
            if row[column]:
                own = factor / wider if column.endswith("low") else factor
                row[column] = _number(float(row[column]) * own)
        shut = row["open"] == "1" and (chance.random() < closed or (only_way and row["id"] == "K15"))
        if shut and row["id"] not in LEFT_OPEN:
            row["open"] = "0"

    inputs.edit("network/links.csv", link)


POSTURES = ("garrison", "elevated", "high_intensity")


def _options(inputs: Inputs, chance: random.Random) -> None:
    def option(row: Row) -> None:
        factor = math.exp(-2 if easy(chance) else chance.uniform(-2, 1.5))
        for column in ("force_low", "force_central", "force_high"):
            row[column] = str(max(50, round(float(row[column]) * factor)))
        row["support_level"] = chance.choice(("alone", "helped"))
        row["posture"] = chance.choice(POSTURES)
        # Nobody plans to fight in a calmer posture than the usual one.
        row["fighting_posture"] = max(row["posture"], row["fighting_posture"], key=POSTURES.index)

    inputs.edit("options.csv", option)


def _evidence(inputs: Inputs, chance: random.Random) -> None:
    leaning = chance.uniform(44, 51) if chance.random() < 0.3 else chance.uniform(5, 85)

    def poll(row: Row) -> None:
        if row["support"]:
            support = round(min(90, max(2, leaning + chance.uniform(-5, 5))))
            row.update(support=str(support), oppose=str(95 - support), dont_know="5")

    inputs.edit("polls.csv", poll)

    def proposal(row: Row) -> None:
        factor = math.exp(chance.uniform(-1, 1.5))
        for column in ("force_low", "force_central", "force_high"):
            if row[column]:
                row[column] = str(round(float(row[column]) * factor))

    inputs.edit("proposals.csv", proposal)

    def claim(row: Row) -> None:
        if row["low"]:
            low, middle, high = sorted(round(9000 * math.exp(chance.uniform(-1, 1))) for _ in range(3))
            row.update(low=str(low), central=str(middle), high=str(high))
        elif row["rule"] == "judgement":
            row["verdict_coded"] = chance.choice(("supported", "partly", "contradicted", "unverifiable"))

    inputs.edit("claims.csv", claim)


def _scores(inputs: Inputs, chance: random.Random) -> None:
    def score(row: Row) -> None:
        low, middle, high = sorted(chance.uniform(0, 100) for _ in range(3))
        row.update(low=_number(low), central=_number(middle), high=_number(high))

    inputs.edit("scores.csv", score)

    def weight(row: Row) -> None:
        low, high = (
            chance.uniform(0, 1) * float(row["weight_low"]),
            float(row["weight_high"]) * chance.uniform(1, 1.5),
        )
        row.update(weight_low=_number(low), weight_high=_number(high))

    inputs.edit("criteria.csv", weight)


def _assumptions(inputs: Inputs, chance: random.Random) -> None:
    def assumption(row: Row) -> None:
        most = SCALED.get(row["id"])
        if most and chance.random() < 0.6:
            factor = math.exp(chance.uniform(-math.log(most), math.log(most)))
            for column in TRIPLE:
                if row[column]:
                    row[column] = _number(float(row[column]) * factor)

    inputs.edit("assumptions.csv", assumption)


def _history(inputs: Inputs, chance: random.Random) -> None:
    scatter, left_out = chance.choice((0.0, 0.2, 1.0, 2.0)), chance.randrange(3)

    def mission(row: Row) -> None:
        row["strength"] = str(max(50, round(float(row["strength"]) * math.exp(chance.uniform(-scatter, scatter)))))

    inputs.edit("reference/missions.csv", mission)
    names = chance.sample(("ALPHA", "CHARLIE", "FOXTROT", "ECHO"), left_out)
    inputs.edit("reference/durations.csv", lambda row: row["id"] not in names)
    keep = {role: chance.sample(METHODS, chance.choice((1, 2, 5))) for role in ("monitoring", "separation")}
    known: dict[str, set[str]] = {}
    inputs.edit("role_methods.csv", lambda row: known.setdefault(row["role"], set()).add(row["method"]))

    def fit(row: Row) -> None:
        if known[row["role"]] & set(keep[row["role"]]):
            row["fits"] = "yes" if row["method"] in keep[row["role"]] else "no"

    inputs.edit("role_methods.csv", fit)
