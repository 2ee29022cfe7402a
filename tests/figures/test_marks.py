"""What is drawn is what the data file says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.patches import Rectangle
from pictured import both, data, describe, draw

from peacebrief.figures import figure_module
from peacebrief.figures.drawing.marks import DOT, SPAN
from peacebrief.telling.saying.labels import quantities

RANGES = {"force_ladder": ("low", "central", "high"), "methods_side_by_side": ("p5", "p50", "p95"),
          "rotation": ("p5", "p50", "p95")}  # fmt: skip


def bars(figure):
    found = [patch for axes in figure.axes for patch in axes.patches if isinstance(patch, Rectangle)]
    return np.array([(bar.get_x(), bar.get_x() + bar.get_width()) for bar in found])


def line_values(figure, axis):
    lines = [line for axes in figure.axes for line in axes.lines]
    return np.concatenate([np.asarray(getattr(line, f"get_{axis}data")(), dtype=float) for line in lines])


def has(values, number):
    return np.isclose(values, number, rtol=1e-9, atol=0).any()


@pytest.mark.parametrize("figure_id", RANGES)
def test_every_range_in_the_data_is_a_bar_or_a_line_with_its_middle(figure_id, drawn, facts, tables):
    figure, (low, middle, high) = drawn[figure_id], RANGES[figure_id]
    ends, marked = bars(figure), line_values(figure, "x")
    for row in data(figure_module(figure_id), facts, tables).to_dict("records"):
        as_bar = np.isclose(ends, (row[low], row[high]), rtol=1e-9).all(axis=1).any()
        assert as_bar or (has(marked, row[low]) and has(marked, row[high])), row
        # A range over methods has no middle of its own; each method has its own row or mark.
        assert np.isnan(row[middle]) or has(marked, row[middle]), row


def test_as_many_bars_are_drawn_as_the_data_has_ranges(drawn, facts, tables):
    rotation = data(figure_module("rotation"), facts, tables)
    assert len(bars(drawn["rotation"])) == (rotation.kind != "threshold").sum() == len(rotation) - 2
    assert len(bars(drawn["methods_side_by_side"])) == len(data(figure_module("methods_side_by_side"), facts, tables))


def test_every_sensitivity_bar_has_the_length_of_its_share(drawn, facts, tables):
    shares = data(figure_module("sensitivity_indices"), facts, tables).share
    assert sorted(bars(drawn["sensitivity_indices"])[:, 1]) == pytest.approx(sorted(shares))


def test_the_largest_shares_of_each_role_are_drawn(facts, tables):
    frame = data(figure_module("sensitivity_indices"), facts, tables)
    for role in ("monitoring", "separation"):
        prefix = f"sizing.sensitivity.{role}."
        shares = sorted((fact.value for name, fact in facts.items() if name.startswith(prefix)), reverse=True)
        assert list(frame[frame.role == role].share) == shares[:4]


def test_the_whole_army_is_marked_and_an_army_beyond_it_carries_both_numbers(drawn, facts, tables):
    share = facts["sizing.army_share.denmark"]
    beyond = facts | {share.id: replace(share, p95=1.25)}
    figure = draw(figure_module("rotation"), beyond, tables)
    for picture in (drawn["rotation"], figure):
        assert has(line_values(picture, "x"), 1.0)
    texts = {text.get_text() for axes in figure.axes for text in axes.texts}
    assert "40%, up to 125%" in texts


def test_the_six_largest_army_shares_and_the_british_ceiling_are_drawn(facts, tables):
    frame = data(figure_module("rotation"), facts, tables)
    armies = frame[frame.kind.isin(["army_share", "ceiling"])]
    largest = ["Denmark", "British force of 7,500", "Estonia", "United Kingdom", "Netherlands", "France", "Spain"]
    assert list(armies.name) == largest


def test_proposals_drawn_in_one_row_do_not_touch(drawn, facts, tables):
    ladder = drawn["force_ladder"].axes[0]
    spans: dict[float, list[tuple[float, float]]] = {}
    for line in ladder.lines:
        (first, *_), (row, *_) = line.get_xdata(), line.get_ydata()
        if line.get_linewidth() == SPAN["lw"] and line.get_color() == SPAN["color"]:
            spans.setdefault(round(float(row), 6), []).append((first, line.get_xdata()[-1]))
    dot = DOT["ms"] / 72 * drawn["force_ladder"].dpi
    across = ladder.transData
    assert (
        sum(map(len, spans.values())) == (data(figure_module("force_ladder"), facts, tables).kind == "proposal").sum()
    )
    for own in spans.values():
        for (_, end), (start, _) in pairwise(sorted(own)):
            assert across.transform((start, 0))[0] - across.transform((end, 0))[0] > dot


def test_methods_and_inputs_carry_the_names_that_the_texts_use(facts, tables):
    methods = data(figure_module("methods_side_by_side"), facts, tables)
    named = methods[methods.method != "range"]
    case, say = both(facts, tables)
    known = {name: say(label) for name, label in quantities(case).items()}
    inputs = data(figure_module("sensitivity_indices"), facts, tables)
    for frame, column in ((named, "method"), (inputs, "quantity")):
        assert all(label == known[name] for name, label in zip(frame[column], frame.label, strict=True))


def test_every_mission_is_a_point_and_every_miss_a_bar(drawn, facts, tables):
    frame = data(figure_module("history"), facts, tables)
    across, upward = (line_values(drawn["history"], axis) for axis in "xy")
    for mission in frame[frame.kind == "mission"].to_dict("records"):
        assert has(across, mission["x"])
        assert has(upward, mission["strength"])
    ends = bars(drawn["history"])
    for miss in frame[frame.kind == "miss"].to_dict("records"):
        assert np.isclose(ends, (1, miss["factor"])).all(axis=1).any(), miss


def test_the_missions_drawn_are_those_the_test_rests_on(facts, tables):
    frame = data(figure_module("history"), facts, tables)
    drawn = frame[frame.kind == "mission"]
    for kind in ("line", "population"):
        tested = facts[f"sizing.validation.constant_{kind}.n"].value
        assert (drawn.set == f"{kind} missions").sum() == tested > 0


def test_a_method_that_does_not_fit_carries_its_reason_and_one_that_fits_none(facts, tables):
    frame = data(figure_module("methods_side_by_side"), facts, tables)
    assert (frame[frame.fits == "no"].reason != "").all()
    assert (frame[frame.fits == "yes"].reason == "").all()


def test_proposals_of_other_times_and_kinds_are_not_drawn(facts, tables):
    frame = data(figure_module("force_ladder"), facts, tables)
    assert len(frame[frame.kind == "proposal"]) == sum(row["role_class"] != "other" for row in tables["proposals"])


def test_without_any_army_the_panel_of_armies_and_its_words_are_left_out(facts, tables):
    bare = {
        name: fact for name, fact in facts.items() if not name.startswith(("sizing.army_share.", "sizing.compared_"))
    }
    rotation = figure_module("rotation")
    assert len(draw(rotation, bare, tables).axes) == len(draw(rotation, facts, tables).axes) - 1
    caption = describe(rotation, bare, tables)
    assert "Below" not in caption.subtitle
    assert caption.alt.endswith("cycled.")
