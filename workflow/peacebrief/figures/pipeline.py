"""The way from inputs to verdict: what goes in, what each step of the model gives, and what is printed."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from peacebrief.figures import style
from peacebrief.figures.caption import Caption
from peacebrief.figures.pipeline_boxes import COLUMNS, HIGH_IN, Box, arrow, draw_box
from peacebrief.figures.pipeline_words import (
    STEPS,
    counted,
    facts_besides,
    facts_by_step,
    finding,
    inputs_counted,
    sentences,
    used_of,
    verdicts,
    with_use,
)
from peacebrief.figures.reading import draws, marks, source_line
from peacebrief.figures.registry import Facts, Tables

AFTER = (("inputs", "uncertainty"), *(("uncertainty", step) for step in ("sizing", "generation", "logistics")),
         ("generation", "feasibility"), ("logistics", "feasibility"), ("sizing", "facts"), ("feasibility", "facts"),
         ("facts", "briefs"))  # fmt: skip
EVERY = "of every assumption within its range; every step sees the same draws"


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
