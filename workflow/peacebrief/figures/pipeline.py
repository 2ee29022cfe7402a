"""The way from inputs to verdict: what goes in, what each step of the model gives, and what is printed.

Boxes and the arrows between them are placed in inches from the upper left corner.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from peacebrief.facts.evidence import counted_proposals
from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.marks import MODEL
from peacebrief.figures.drawing.placing import Box as Area
from peacebrief.figures.drawing.wrapping import wrapped
from peacebrief.figures.feasibility.gate_results import briefly, verdict
from peacebrief.figures.reading import draws, marks, source_line
from peacebrief.figures.registry import Caption, Facts, Tables
from peacebrief.figures.shown_option import option_labels, planned_level
from peacebrief.reasoning.wording import listed

# The columns that hold numbers, and the room that a page leaves (mm).
UNITS = {"number": "count"}
MOST_HIGH_MM = 65

AFTER = (("inputs", "uncertainty"), *(("uncertainty", step) for step in ("sizing", "generation", "logistics")),
         ("generation", "feasibility"), ("logistics", "feasibility"), ("sizing", "facts"), ("feasibility", "facts"),
         ("facts", "briefs"))  # fmt: skip
EVERY = "of every assumption within its range; every step sees the same draws"

STEPS = {
    "sizing": "how many troops",
    "generation": "who sends them",
    "logistics": "what they need",
    "feasibility": "would it work",
}

# Tables of the case that say most about what it rests on, as they are counted in print.
TABLES = {
    "missions": "past mission",
    "durations": "past operation",
    "proposals": "proposal",
    "polls": "poll",
    "links": "transport link",
    "risks": "risk",
}

WIDE_IN, BETWEEN_IN, ROW_IN, BELOW_IN = 1.14, 0.244, 0.72, 0.14
PAD_IN, LINE_IN, BAR_IN = 0.07, 0.16, 0.07
HIGH_IN = 3 * ROW_IN + 2 * BELOW_IN + 0.04
ARROW: dict[str, Any] = {"arrowstyle": "-|>", "color": style.MUTED, "lw": 1.2, "shrinkA": 0, "shrinkB": 0}
FRAME: dict[str, Any] = {"facecolor": style.TINT, "edgecolor": style.MUTED, "lw": 0.8}


def describe(facts: Facts, tables: Tables) -> Caption:
    """The finding: how much goes in and comes out, and which step gives most."""
    return Caption(
        title=finding(facts, tables),
        subtitle="The steps of the model from inputs to briefs; bars: number of facts each step gives, a fact being a "
        "published number with its formula and what it rests on",
        source=source_line(tables, [draws(tables)]),
        alt=f"Diagram of the model from inputs to briefs. {' '.join(sentences(facts, tables))}",
    )


def data(facts: Facts, tables: Tables) -> pd.DataFrame:
    """One row per number drawn: the step it stands in, what is counted, how many."""
    gates = len({row["gate"] for row in tables["gate_results"]})
    rows: list[tuple[str, str, int]] = [
        *(("inputs", f"{noun}s", number) for noun, number in inputs_counted(tables).items()),
        *(("inputs used", f"{noun}s", number) for noun, number in used_of(tables).items()),
        ("uncertainty", "draws", int(tables["case"][0]["draws"])),
        *((step, "facts", number) for step, number in facts_by_step(facts).items()),
        ("feasibility", "gates", gates),
        *(("feasibility", f"options {word}", number) for word, number in verdicts(facts, tables).items()),
        ("facts", "facts", len(facts)),
        ("facts", "inputs restated and claims checked", facts_besides(facts)),
    ]
    return pd.DataFrame(rows, columns=["step", "counted", "number"])


@style.styled
def draw(facts: Facts, tables: Tables) -> Figure:
    """Boxes from left to right, arrows between them, a bar beneath the words of each step."""
    figure = style.new_figure(HIGH_IN)
    axes = style.panel(figure, left=0, top=0, width=style.WIDTH_IN, height=HIGH_IN)
    axes.set_axis_off()
    axes.set(xlim=(0, style.WIDTH_IN), ylim=(HIGH_IN, 0))
    boxes = _boxes(data(facts, tables))
    for box in boxes.values():
        draw_box(axes, box)
    _join(axes, boxes)
    return figure


def _boxes(frame: pd.DataFrame) -> dict[str, Box]:
    """What stands in each box, and where."""
    known = {(row.step, row.counted): row.number for row in marks(frame)}
    steps = {step: known[step, "facts"] for step in STEPS}
    bars = {step: number / max(1, *steps.values()) for step, number in steps.items()}
    ruled = [f"{number} {word.removeprefix('options ')}" for (step, word), number in known.items()
             if step == "feasibility" and word.startswith("options ")]  # fmt: skip
    lines: dict[str, list[str]] = {step: [asked, counted(steps[step], "fact")] for step, asked in STEPS.items()}
    lines["feasibility"][:1] = [f"{STEPS['feasibility']}:", counted(known["feasibility", "gates"], "gate"),
                                "as planned:", *ruled]  # fmt: skip
    lines["inputs"] = [with_use(number, word[:-1], known.get(("inputs used", word)))
                       for (step, word), number in known.items() if step == "inputs"]  # fmt: skip
    lines["uncertainty"] = [counted(known["uncertainty", "draws"], "draw"), EVERY]
    besides = f"{known['facts', 'inputs restated and claims checked']:,} restate inputs or check claims"
    lines["facts"] = [counted(known["facts", "facts"], "fact"), f"each with formula and sources; of these {besides}"]
    lines["briefs"] = ["summary to annex, written from facts"]
    return {step: Box(step, place, tuple(lines[step]), bars.get(step)) for step, place in COLUMNS.items()}


def _join(axes: Axes, boxes: dict[str, Box]) -> None:
    for before, after in AFTER:
        arrow(axes, boxes[before], boxes[after])


def inputs_counted(tables: Tables) -> dict[str, int]:
    """What goes in, counted: assumptions, sources, options and rows of tables; what the case lacks is left out."""
    rows = {noun: len(tables.get(name, ())) for name, noun in TABLES.items()}
    first = {noun: len(tables[f"{noun}s"]) for noun in ("assumption", "source", "option")}
    return {noun: number for noun, number in (first | rows).items() if number}


def used_of(tables: Tables) -> dict[str, int]:
    """How many rows the briefs use where that is fewer than there are: proposals counted, polls alike, risks scored.

    Risks that a gate asks about already are left to that gate.
    """
    used, rows = {"proposal": len(counted_proposals(tables.get("proposals", ())))}, inputs_counted(tables)
    if "net_support" in tables:
        used["poll"] = sum(int(row["polls"]) for row in tables["net_support"])
    if "risk_results" in tables:
        used["risk"] = len({str(row["risk"]) for row in tables["risk_results"] if not int(row["in_gate"])})
    return {noun: number for noun, number in used.items() if noun in rows and number < rows[noun]}


def facts_by_step(facts: Facts) -> dict[str, int]:
    """How many facts come from each step of the model, in the order of the steps."""
    counted = Counter(fact_id.partition(".")[0] for fact_id in facts)
    return {step: counted[step] for step in STEPS}


def facts_besides(facts: Facts) -> int:
    """How many facts are no step's: inputs restated, measures of the evidence, claims checked."""
    return len(facts) - sum(facts_by_step(facts).values())


def verdicts(facts: Facts, tables: Tables) -> dict[str, int]:
    """How many options as planned get each verdict, the most frequent first."""
    planned = [(option, planned_level(option, tables)) for option in option_labels(tables)]
    return dict(Counter(briefly(verdict(facts, option, level)) for option, level in planned).most_common())


def counted(number: int, noun: str) -> str:
    """A count with its noun: "1 gate", "6 gates"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def with_use(number: int, noun: str, used: int | None) -> str:
    """A count, and how many of it are used where those are fewer: "32 of 37 proposals"."""
    return counted(number, noun) if used is None else f"{used:,} of {counted(number, noun)}"


def finding(facts: Facts, tables: Tables) -> str:
    """The title: what goes in, what comes out, and which step gives most of it."""
    steps = facts_by_step(facts)
    most = max(steps.values())
    first = [step for step in steps if steps[step] == most]
    gives = f"{first[0]} gives most ({most:,})" if len(first) == 1 else f"{listed(first)} give most ({most:,} each)"
    into = f"{counted(len(tables['assumptions']), 'assumption')} and {counted(len(tables['sources']), 'source')}"
    return f"From {into} to {counted(len(facts), 'fact')}; of the steps, {gives}"


def sentences(facts: Facts, tables: Tables) -> list[str]:
    """The way from inputs to briefs, with every number that is drawn."""
    steps = facts_by_step(facts)
    given = [f"{step} ({STEPS[step]}) {counted(number, 'fact')}" for step, number in steps.items()]
    ruled = [f"{number} {word}" for word, number in verdicts(facts, tables).items()]
    gates = len({row["gate"] for row in tables["gate_results"]})
    draws, options = int(tables["case"][0]["draws"]), len(option_labels(tables))
    used = used_of(tables)
    into = listed([with_use(number, noun, used.get(noun)) for noun, number in inputs_counted(tables).items()])
    tested = f"{counted(options, 'option')} on {counted(gates, 'gate')}"
    return [
        f"Inputs: {into}. {counted(draws, 'draw')} carry their uncertainty through every step.",
        f"The steps give: {listed(given)}; {counted(facts_besides(facts), 'fact')} restate inputs or check claims.",
        f"Generation and logistics feed feasibility, which tests {tested}; as planned, {listed(ruled)}.",
        f"All {counted(len(facts), 'fact')} go into the briefs.",
    ]


def _area(column: int, first: int, last: int) -> Area:
    """The place of a box in a column, from one row to another."""
    left, top = 0.01 + column * (WIDE_IN + BETWEEN_IN), 0.02 + first * (ROW_IN + BELOW_IN)
    return Area(left, top, left + WIDE_IN, top + (last - first) * (ROW_IN + BELOW_IN) + ROW_IN)


COLUMNS = {
    "inputs": _area(0, 0, 2),
    "uncertainty": _area(1, 0, 2),
    "sizing": _area(2, 0, 0),
    "generation": _area(2, 1, 1),
    "logistics": _area(2, 2, 2),
    "feasibility": _area(3, 1, 2),
    "facts": _area(4, 0, 1),
    "briefs": _area(4, 2, 2),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A step: its name, its place (top below bottom, as inches go down), its lines, and the length of its bar (0-1)."""

    name: str
    place: Area
    lines: tuple[str, ...]
    bar: float | None = None


def draw_box(axes: Axes, box: Box) -> None:
    """A frame with the name in bold, the lines below it, and the bar at its foot."""
    place, room = box.place, WIDE_IN - 2 * PAD_IN
    axes.add_patch(Rectangle((place.left, place.bottom), WIDE_IN, place.top - place.bottom, **FRAME))
    lines = [line for words in box.lines for line in wrapped(words, room, size=style.SMALLEST_PT).split("\n")]
    for number, words in enumerate([box.name.capitalize(), *lines]):
        axes.text(place.left + PAD_IN, place.bottom + 0.04 + (number + 0.5) * LINE_IN, words, va="center",
                  size=style.SMALLEST_PT, weight=400 if number else style.SEMIBOLD)  # fmt: skip
    if box.bar is not None:
        axes.add_patch(Rectangle((place.left + PAD_IN, place.top - BAR_IN - 0.035), box.bar * room, BAR_IN, **MODEL))


def arrow(axes: Axes, before: Box, after: Box) -> None:
    """An arrow to the right at a height both boxes share, or straight down where they stand in one column."""
    start, end = before.place, after.place
    if start.left == end.left:
        middle = (start.left + start.right) / 2
        axes.annotate("", (middle, end.bottom), (middle, start.top), arrowprops=ARROW)
        return
    height = (max(start.bottom, end.bottom) + min(start.top, end.top)) / 2
    axes.annotate("", (end.left, height), (start.right, height), arrowprops=ARROW)
