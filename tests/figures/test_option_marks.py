"""The figures on options draw what their data say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from pictured import data, draw

from peacebrief.figures.drawing import style
from peacebrief.figures.feasibility import durations, gate_matrix, rank_acceptability, risk_exceedance, switching_values
from peacebrief.figures.feasibility import gate_matrix as gate_matrix_looks
from peacebrief.figures.generation import burden, public_support
from peacebrief.figures.shown_option import LINES
from peacebrief.figures.sizing import force_ladder


def words_of(figure):
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def widths(figure):
    return np.array([patch.get_width() for axes in figure.axes for patch in axes.patches])


def curve_of(figure, points):
    """Whether some line runs through exactly these points."""
    lines = [line.get_xydata() for axes in figure.axes for line in axes.lines]
    return any(line.shape == points.shape and np.allclose(line, points) for line in lines)


def test_each_option_has_its_supply_curve_beneath_the_ladder(drawn, facts, tables):
    frame = data(force_ladder, facts, tables)
    level = {row["id"]: row["support_level"] for row in tables["options"]}
    for option, own in frame[frame.kind == "supply"].groupby("role"):
        given = [row["troops"] for row in tables["supply_curve"]
                 if (row["option"], row["support_level"]) == (option, level[option]) and row["troops"]]  # fmt: skip
        assert list(own.central) == given
        assert curve_of(drawn["force_ladder"], own[["central", "probability"]].to_numpy(dtype=float))


def test_the_ladder_and_the_supply_share_one_scale(drawn):
    ladder, supply = drawn["force_ladder"].axes[:2]
    assert ladder.get_xlim() == supply.get_xlim()
    assert ladder.get_position().x0 == supply.get_position().x0


def middles_of(figure):
    """The hollow marks of the panel of supply: where each stands, by its shape; those of the key stand before it."""
    axes = figure.axes[1]
    return {line.get_marker(): tuple(line.get_xydata()[0]) for line in axes.lines
            if line.get_markerfacecolor() == "white" and line.get_transform() == axes.transData}  # fmt: skip


def test_marks_of_middles_that_agree_do_not_hide_one_another(drawn, facts, tables):
    alike = {name: replace(fact, p50=12_000.0) if name.startswith("generation.sustainable.") else fact
             for name, fact in facts.items()}  # fmt: skip
    places = middles_of(draw(force_ladder, alike, tables))
    assert len(places) == 3
    assert {x for x, _ in places.values()} == {12_000}
    heights = sorted(y for _, y in places.values())
    assert heights[1] == 0.5
    assert all(upper - lower > 0.1 for lower, upper in pairwise(heights))


def test_every_shape_of_a_middle_is_in_the_key(drawn):
    axes = drawn["force_ladder"].axes[1]
    key = {line.get_marker() for line in axes.lines if line.get_transform() == axes.transAxes}
    assert set(middles_of(drawn["force_ladder"])) <= key


def test_every_rank_taken_in_a_tenth_of_the_cases_has_its_share_beside_it(drawn, facts, tables):
    own = [0.112, 0.108, 0.33, 0.45]
    ranks = [row | {"share": own[row["rank"] - 1]} if row["rank"] <= 4 else row for row in tables["ranks"]]
    known = facts | {name: replace(fact, value=own[int(name.rpartition(".")[2]) - 1]) for name, fact in facts.items()
                     if name.startswith("feasibility.rank_acceptability.")}  # fmt: skip
    words = words_of(draw(rank_acceptability, known, tables | {"ranks": ranks}))
    assert words.count("11%") >= 2 * len(tables["options"])


def test_lines_of_options_differ_without_colour():
    assert len({(str(look["ls"]), look["marker"]) for look in LINES}) == len(LINES)
    assert all(style.contrast(look["color"]) >= style.LEAST_CONTRAST for look in LINES)


def test_every_country_has_a_bar_as_long_as_its_troops(drawn, facts, tables):
    frame = data(burden, facts, tables)
    sent = frame[~frame.country.isin(burden.TOTALS)]
    for troops in sent.troops:
        assert np.isclose(widths(drawn["burden"]), troops).any()
    nobody = sent.option.nunique() * sent.country.nunique() - len(sent)
    assert words_of(drawn["burden"]).count("\u2013") == nobody > 0
    assert "14,000 of 64,000" in words_of(drawn["burden"])


def test_many_countries_share_a_row_and_none_is_lost(facts, tables):
    more = [{"option": "coalition", "support_level": "none", "contributor": f"c{n}", "country": f"Country {n}",
             "deployed": 50 + n, "army_share": 0.1, "quota": 60} for n in range(20)]  # fmt: skip
    crowd = tables | {"burden": [*tables["burden"], *more]}
    frame = data(burden, facts, crowd)
    own = frame[(frame.option == "coalition") & ~frame.country.isin(burden.TOTALS)]
    assert own.troops.sum() == sum(row["deployed"] for row in crowd["burden"] if row["option"] == "coalition")
    assert "17 others" in set(own.country)
    assert draw(burden, facts, crowd).get_size_inches()[1] < 3.2


def test_every_chance_of_a_gate_is_printed_in_a_cell(drawn, facts, tables):
    frame, words = data(gate_matrix, facts, tables), words_of(drawn["gate_matrix"])
    boxes = drawn["gate_matrix"].axes[0].patches
    assert len(boxes) == (frame.gate != "all").sum() + 4  # and four in the key
    assert len(frame) == len(tables["gate_results"]) + len(tables["verdicts"])
    said = Counter(row["verdict"].removesuffix(" on current evidence") for row in tables["verdicts"])
    assert {verdict: words.count(verdict) for verdict in said} == said
    assert words.count("<1%") == (frame.probability < 0.005).sum() > 0
    assert words.count(">99%") == (frame.probability > 0.995).sum() > 0
    assert not {"0%", "100%"} & set(words)


def test_cells_are_told_apart_by_line_and_shade_by_the_rule(drawn, facts, tables):
    boxes = drawn["gate_matrix"].axes[0].patches
    frame = data(gate_matrix, facts, tables)
    ruled_out = frame[(frame.gate != "all") & (frame.probability < 0.195)]
    assert sum(box.get_linewidth() > 1 for box in boxes) == len(ruled_out) + 1
    looks = {(look["facecolor"], look["edgecolor"], look["lw"]) for look in gate_matrix_looks.LOOKS}
    assert len(looks) == 4
    brightness = [style.contrast(look["facecolor"].replace("white", "#FFFFFF")) for look in gate_matrix_looks.LOOKS]
    assert brightness == sorted(brightness)


def test_ranks_are_stacked_to_the_whole(drawn, facts, tables):
    frame = data(rank_acceptability, facts, tables)
    room = rank_acceptability.BAR_END_IN - rank_acceptability.LEFT_IN
    whole = frame[frame.weighting == "whole_simplex"]
    for option, own in whole.groupby("option"):
        assert own.share.sum() == pytest.approx(1), option
        assert all(np.isclose(widths(drawn["rank_acceptability"]), share * room).any() for share in own.share)


def test_shades_of_ranks_grow_lighter():
    brightness = [style.contrast(shade) for shade in rank_acceptability.SHADES]
    assert all(before > after for before, after in pairwise(brightness))


def test_exceedance_curves_fall_and_carry_a_mark_at_each_number_named(drawn, facts, tables):
    frame = data(risk_exceedance, facts, tables)
    for _, own in frame.groupby("option"):
        curve, named = (own[own.kind == kind][["killed", "probability"]].to_numpy(dtype=float)
                        for kind in ("curve", "named"))  # fmt: skip
        assert (np.diff(curve[:, 1]) <= 0).all()
        assert set(map(tuple, named)) <= set(map(tuple, curve))
        assert curve_of(drawn["risk_exceedance"], curve)
        assert curve_of(drawn["risk_exceedance"], named)


def test_durations_are_steps_with_a_band_and_garrisons_apart(drawn, facts, tables):
    frame = data(durations, facts, tables)
    curves, apart = drawn["durations"].axes
    steps = [line for line in curves.lines if line.get_drawstyle() == "steps-post"]
    assert len(steps) == frame[frame.kind == "curve"].name.nunique() == 2
    assert len(curves.collections) == 1
    bars = sorted(patch.get_width() for patch in apart.patches)
    assert bars == pytest.approx(sorted(frame[frame.kind.isin(["ended", "still there"])].years))
    assert sum(line.get_marker() == ">" for line in apart.lines) == (frame.kind == "still there").sum() == 2
    assert {"80%", "73%", "57%", "39%", "30%"} <= set(words_of(drawn["durations"]))


def test_swings_reach_from_the_chance_now_to_either_end(drawn, facts, tables):
    axes = drawn["switching_values"].axes[0]
    spans = [(patch.get_x(), patch.get_x() + patch.get_width()) for patch in axes.patches]
    for row in data(switching_values, facts, tables).to_dict("records"):
        for end in ("p_low", "p_high"):
            assert np.isclose(spans, (row["p_now"], row[end])).all(axis=1).any(), row
    assert "17% (13%)" in words_of(drawn["switching_values"])


def test_no_option_takes_more_than_its_rows_and_each_failing_gate_has_one(facts, tables):
    frame = data(switching_values, facts, tables)
    assert (frame.groupby("option").size() == 3).all()
    assert set(frame[frame.option == "coalition"].gate) == {"G4", "G6"}


def test_every_country_with_polls_has_its_range(drawn, facts, tables):
    frame = data(public_support, facts, tables)
    assert list(frame.country) == ["Denmark", "United Kingdom", "France", "Germany", "Italy", "Poland"]
    spans = [(patch.get_x(), patch.get_x() + patch.get_width())
             for axes in drawn["public_support"].axes for patch in axes.patches]  # fmt: skip
    assert np.allclose(sorted(spans), sorted(zip(frame.p5, frame.p95, strict=True)))
