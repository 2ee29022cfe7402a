"""The figures on supply draw what their data say, and the map draws nothing finer than it should."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from pictured import data, describe, draw, known_of

from peacebrief.figures.drawing import style
from peacebrief.figures.drawing.placing import Box, Ground
from peacebrief.figures.logistics import corridor_losses, cost, demand, deployment_fan, supply_map
from peacebrief.figures.maps.flows import CLASSES_OF_USE, flows_in_view, width_pt
from peacebrief.figures.maps.lettering import Label, ground_of, name_places, point_out
from peacebrief.figures.maps.view import view_of


@pytest.fixture(scope="module")
def view(tables):
    return view_of(known_of({}, tables))


@pytest.fixture(scope="module")
def mapped(drawn):
    return drawn["supply_map"]


def words_of(figure):
    return {text.get_text() for axes in figure.axes for text in axes.texts}


def elsewhere(tables, *, east):
    """The tables with every place moved, to where no outline reaches."""
    moved = {}
    for name in ("flows", "network_nodes", "illustrative_line"):
        moved[name] = [{key: cell + east if key.endswith("lon") else cell for key, cell in row.items()}
                       for row in tables[name]]  # fmt: skip
    return tables | moved


def test_the_theatre_is_the_country_of_the_sectors_and_lies_wholly_in_view(view):
    assert view.theatre.id == "UKR"
    for polygon in view.theatre.polygons:
        x, y = view.projection(*polygon[0].T)
        assert all(view.frame.holds(east, north) for east, north in zip(x, y, strict=True))


def test_the_map_has_a_label_for_every_sector_and_every_corridor_in_use(mapped):
    words = words_of(mapped)
    assert {"Lviv", "Kyiv", "Dnipro", "Odesa"} <= words
    assert {
        "Poland\n1,500 t, 52% used\nrail Rzeszow\u2013Lviv: 100%",
        "Hungary\n300 t, 60% used",
        "Sea\n200 t, 5% used",
    } <= words
    assert any(text.startswith("line of contact,\nillustrative,\n31 January 2030") for text in words)
    assert "Romania" in words


def test_a_line_is_as_full_as_its_fullest_mode(view, tables):
    # Rail and road between the same two places are one line: 900 of 900 tonnes by rail, 600 of 2,000 by road.
    flows = {flow.tonnes: flow.use for flow in flows_in_view(view, known_of({}, tables)) if flow.gauge_break}
    assert flows == {1500: 1.0, 300: 300 / 500}
    idle = tables | {"flows": [row | {"tonnes": 0.0} if row["link"] == "L2" else row for row in tables["flows"]]}
    assert {flow.tonnes: flow.use for flow in flows_in_view(view, known_of({}, idle)) if flow.gauge_break} == {
        600: 600 / 2000,
        300: 300 / 500,
    }


def test_the_width_of_a_flow_grows_with_its_tonnes():
    assert width_pt(1500, 1500) == 2 * width_pt(750, 1500)
    assert width_pt(1, 1500) >= 1


def test_the_classes_of_use_grow_darker_so_that_they_order_without_colour():
    brightness = [style.contrast(colour) for _, colour in CLASSES_OF_USE]
    assert brightness == sorted(brightness)
    assert len({round(sum(to_rgb(colour)), 1) for _, colour in CLASSES_OF_USE}) == len(CLASSES_OF_USE)


def test_the_data_of_the_map_hold_land_links_corridors_sectors_and_the_line(facts, tables):
    frame = data(supply_map, facts, tables)
    by_land = [row for row in tables["flows"] if row["mode"] in supply_map.LAND]
    used = {row["corridor"] for row in tables["flows"] if row["tonnes"] and row["enters_theatre"]}
    counts = {"link": len(by_land), "corridor": len(used), "fullest": 1, "all modes there": 1,
              "sector": len(tables["sectors"]), "line": len(tables["illustrative_line"])}  # fmt: skip
    assert dict(frame.kind.value_counts()) == counts
    assert frame[frame.kind == "corridor"].tonnes.sum() == frame[frame.enters_theatre == 1].tonnes.sum() + 200


@pytest.mark.slow
def test_a_theatre_beyond_the_outlines_is_drawn_without_them(facts, tables):
    away = elsewhere(tables, east=-55.0)
    assert view_of(known_of({}, away)).theatre is None
    figure = draw(supply_map, facts, away)
    assert {"Lviv", "Kyiv"} <= words_of(figure)
    assert "Natural Earth" not in describe(supply_map, facts, away).source
    assert "Natural Earth" in describe(supply_map, facts, tables).source


def test_a_map_without_line_and_without_flow_can_be_drawn(facts, tables):
    bare = tables | {"illustrative_line": [], "flows": [row | {"tonnes": 0.0, "use": 0.0} for row in tables["flows"]]}
    assert {"Lviv", "Kyiv"} <= words_of(draw(supply_map, facts, bare))


@pytest.mark.slow
def test_a_rotation_of_the_rows_gives_the_same_map(facts, tables, mapped):
    turned = draw(supply_map, facts, tables | {"flows": tables["flows"][::-1]})
    places = [{text.get_text(): text.get_position() for axes in figure.axes for text in axes.texts}
              for figure in (mapped, turned)]  # fmt: skip
    assert places[0] == places[1]


@pytest.mark.parametrize("module", [demand, cost])
def test_stacked_bars_are_as_long_as_their_parts_and_the_line_as_the_range(module, facts, tables):
    figure, frame = draw(module, facts, tables), data(module, facts, tables)
    lengths = [patch.get_width() for axes in figure.axes for patch in axes.patches]
    lines = [tuple(line.get_xdata()) for axes in figure.axes for line in axes.lines]
    name = frame.columns[frame.columns.get_loc("p5") - 1]
    for row in frame[frame.p5.notna()].to_dict("records"):
        if row[name] == "whole":
            assert any(len(line) == 2 and np.allclose(line, (row["p5"], row["p95"])) for line in lines), row
            assert any(np.allclose(line, row["p50"]) for line in lines), row
        else:
            assert np.isclose(lengths, row["p50"]).any(), row


def test_every_loss_has_a_cell_with_its_share_and_three_marks_along_its_strip(facts, tables):
    figure, frame = draw(corridor_losses, facts, tables), data(corridor_losses, facts, tables)
    central = frame[frame.capacity_case == "central"]
    words = [text.get_text() for text in figure.axes[0].texts]
    assert sum(word.endswith("%") for word in words) == len(central) == frame.loss.nunique()
    assert "21%" in words
    dots = [line.get_xydata()[0] for line in figure.axes[0].lines if len(line.get_xdata()) == 1]
    assert len(dots) == 3 * len(central) + 3


def test_troops_stand_along_the_strip_by_their_logarithm_with_the_reference_at_the_tick(facts, tables):
    lines, frame = list(draw(corridor_losses, facts, tables).axes[0].lines), data(corridor_losses, facts, tables)
    strips = [place for place, line in enumerate(lines) if line.get_color() == style.FAINT][
        :-1
    ]  # the last is the key's
    steps = []
    for strip, (_, own) in zip(strips, frame.groupby("loss", sort=False), strict=True):
        tick, *marked = (float(line.get_xdata()[0]) for line in lines[strip + 1 : strip + 5])
        steps += [(place - tick) / np.log(troops / 100_000) for place, troops in zip(marked, own.troops, strict=True)]
    assert len(steps) == len(frame) > 1
    assert np.allclose(steps, steps[0])


@pytest.mark.slow
def test_cells_that_leave_too_few_are_framed(facts, tables):
    figure, frame = draw(corridor_losses, facts, tables), data(corridor_losses, facts, tables)
    thick = [patch for patch in figure.axes[0].patches if patch.get_linewidth() == corridor_losses.SHORT["lw"]]
    few = frame[(frame.capacity_case == "central") & (frame.troops < 99_500)]
    assert len(thick) == len(few) + 1 == 2  # and one in the key


def test_the_fan_has_a_band_a_middle_and_a_mark_at_the_day_reached(facts, tables):
    figure, frame = draw(deployment_fan, facts, tables), data(deployment_fan, facts, tables)
    assert len(figure.axes) == 2
    for axes, size in zip(figure.axes, (30_000, 100_000), strict=True):
        days = facts[f"logistics.deployment_days.{size}"]
        own = frame[(frame["size"] == size) & (frame.kind == "troops")]
        middle, before = axes.lines[0], own[own.day < days.p50]
        drawn = dict(zip(middle.get_xdata(), middle.get_ydata(), strict=True))
        assert all(np.isclose(drawn[day], troops) for day, troops in zip(before.day, before.p50, strict=True))
        assert drawn[days.p50] == size
        band = axes.collections[0].get_paths()[0].vertices
        assert {own.p5.max(), own.p95.max()} <= set(band[:, 1])
        assert any(np.allclose(line.get_xydata(), [(days.p50, size)]) for line in axes.lines)
        assert {days.p5, days.p95} <= {float(line.get_xdata()[0]) for line in axes.lines}
        missed = facts[f"logistics.deployment_days_with_misses.{size}"]
        band = [(missed.p5, deployment_fan.BELOW * size), (missed.p95, deployment_fan.BELOW * size)]
        assert any(len(line.get_xdata()) == 2 and np.allclose(line.get_xydata(), band) for line in axes.lines)
        assert axes.get_xlim()[1] >= missed.p95


def test_words_never_stand_on_words_and_hide_as_little_as_can_be():
    ground = Ground(Box(0, 0, 4, 4))
    ground.add_line((0, 1.5), (4, 1.5), wide=0.1)
    first = ground.place([(Box(1, 1.4, 2, 1.6), 0.0), (Box(1, 1, 2, 1.2), 0.5)])
    assert first == (0.5, Box(1, 1, 2, 1.2))
    assert ground.place([(Box(1.5, 1.1, 2.5, 1.3), 0.0)]) is None
    assert ground.place([(Box(3.5, 3, 4.5, 3.2), 0.0)]) is None


def test_names_and_labels_that_find_no_room_are_left_out():
    figure = style.new_figure(1.0)
    with style.applied():
        axes = style.panel(figure, left=0, top=0, width=1.2, height=1)
        axes.set(xlim=(0, 1), ylim=(0, 1))
        crowd = [Label(x=0.5, y=0.5, words=f"sector {number}") for number in range(12)]
        ground = ground_of(axes)
        named = name_places(axes, ground, crowd)
        shown = point_out(axes, ground, [Label(x=0.5, y=0.5, words="a label far too wide for this picture")])
    assert 0 < len(named) < len(crowd)
    assert shown == []


def test_the_fullest_crossing_of_the_title_is_named_where_it_lies_unless_there_is_no_other(facts, tables):
    road = tables | {"flows": [row for row in tables["flows"] if row["link"] != "L2"]}
    assert "the fullest crossing is 60% used" in describe(supply_map, facts, road).title
    assert any("rail Budapest\u2013Mukachevo: 60%" in words for words in words_of(draw(supply_map, facts, road)))
    only = tables | {"flows": [row for row in tables["flows"] if row["link"] not in {"L2", "L4", "L8"}]}
    assert "the fullest crossing is 30% used" in describe(supply_map, facts, only).title
    assert not any("Rzeszow\u2013Lviv" in words for words in words_of(draw(supply_map, facts, only)))
