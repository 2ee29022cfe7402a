"""Enablers by their weakest link."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacebrief.feasibility.enablers.enabler_gap import Enabler, by_capability, coverage, critical, enabler_gap

QUICK = settings(max_examples=min(40, settings.default.max_examples))


def enabler(name="E01", capability="lift", gap=2.0, years=(0.0, 3.0), criticality=3.0):
    return Enabler(id=name, capability=capability, gap=gap, years_low=years[0], years_high=years[1],
                   criticality={"coalition": criticality})  # fmt: skip


# Rows E01, E04, E08, E11 and E20 of the register, as the dossier rates them.
REGISTER = (
    enabler("E01", "intelligence", 4, (5, 10), 5),
    enabler("E04", "tankers", 3, (3, 7), 4),
    enabler("E08", "lift", 2, (0, 3), 3),
    enabler("E11", "air_defence", 5, (3, 5), 5),
    enabler("E20", "command", 1, (0, 0), 2),
)
lists = st.lists(
    st.tuples(st.floats(0, 5), st.floats(0, 10), st.floats(0, 10)).map(lambda row: (row[0], sorted(row[1:]))),
    min_size=1,
    max_size=8,
)


def chain(rows):
    return [enabler(f"E{place}", gap=gap, years=years) for place, (gap, years) in enumerate(rows)]


def test_the_weakest_link_of_the_register_by_hand():
    found = enabler_gap(critical(REGISTER, option="coalition", at_least=3))
    assert (found.coverage, found.weakest) == (0.0, ("E11",))
    assert (found.years_low, found.years_high) == (5, 10)


def test_lending_the_weakest_link_uncovers_the_next():
    found = enabler_gap(REGISTER, lent={"E11"})
    assert (found.coverage, found.weakest) == (pytest.approx(0.2), ("E01",))
    assert enabler_gap(REGISTER, lent={one.id for one in REGISTER}).years_high == 0


def test_by_capability_each_has_its_own_weakest_row():
    rows = [*REGISTER, enabler("E09", "lift", 3, (5, inf), 3)]
    found = by_capability(rows)
    assert list(found) == ["air_defence", "command", "intelligence", "lift", "tankers"]
    assert (found["lift"].coverage, found["lift"].weakest) == (pytest.approx(0.4), ("E09",))
    assert (found["lift"].years_low, found["lift"].years_high) == (5, inf)


@QUICK
@given(rows=lists)
def test_a_chain_is_as_strong_as_its_weakest_link(rows):
    found = enabler_gap(chain(rows))
    assert found.coverage == min(coverage(gap=gap) for gap, _ in rows)


@QUICK
@given(rows=lists, more=st.tuples(st.floats(0, 5), st.just([0.0, 4.0])))
def test_a_further_link_never_strengthens_the_chain_or_shortens_the_years(rows, more):
    before, after = enabler_gap(chain(rows)), enabler_gap(chain([*rows, more]))
    assert after.coverage <= before.coverage
    assert after.years_high >= before.years_high


@QUICK
@given(rows=lists, lent=st.sets(st.integers(0, 7)))
def test_lending_never_weakens_the_chain_or_lengthens_the_years(rows, lent):
    before, after = enabler_gap(chain(rows)), enabler_gap(chain(rows), lent={f"E{place}" for place in lent})
    assert after.coverage >= before.coverage
    assert after.years_low <= before.years_low


@QUICK
@given(rows=lists)
def test_the_order_of_the_rows_does_not_matter(rows):
    assert enabler_gap(chain(rows)) == enabler_gap(list(reversed(chain(rows))))


def test_only_critical_enablers_count():
    assert [one.id for one in critical(REGISTER, option="coalition", at_least=4)] == ["E01", "E04", "E11"]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: enabler(gap=6.0), "rated from 0 to 5"),
        (lambda: enabler(criticality=-1.0), "rated from 0 to 5"),
        (lambda: enabler(years=(4.0, 3.0)), "run from 4 to 3"),
        (lambda: enabler_gap([]), "at least one link"),
        (lambda: critical(REGISTER, option="union", at_least=3), "no criticality is given for union"),
        (lambda: critical(REGISTER[2:3], option="coalition", at_least=5), "criticality of 5 or more"),
        (lambda: critical(REGISTER, option="coalition", at_least=0), "not critical at all"),
    ],
)
def test_ratings_out_of_range_and_empty_chains_are_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call()
