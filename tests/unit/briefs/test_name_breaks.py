"""Where a long name may be broken."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from peacebrief.briefs.trail.provenance import breakable


def test_a_name_breaks_behind_a_dot_or_an_underscore_only():
    assert breakable("sizing.force.monitoring_mission", 14) == "sizing.force.<wbr>monitoring_<wbr>mission"


def test_a_name_that_fits_a_line_has_no_break():
    assert breakable("sizing.force.monitoring", 24) == "sizing.force.monitoring"


@given(st.lists(st.text("ab", min_size=1, max_size=6), min_size=1), st.integers(2, 12))
def test_a_line_is_too_long_only_where_one_part_alone_is(parts, longest):
    lines = breakable("_".join(parts), longest).split("<wbr>")
    assert "".join(lines) == "_".join(parts)
    assert all(len(line) <= longest or "_" not in line.removesuffix("_") for line in lines)
    assert all(len(one) + len(two.partition("_")[0]) + 1 >= longest for one, two in pairwise(lines))


@given(st.text("ab._#/<&"))
def test_markup_in_a_name_stays_text(name):
    assert breakable(name, 3).replace("<wbr>", "") == escape(name)
