"""The inputs of the case itself give the numbers that the evidence prints."""

import pytest

from peacebrief.feasibility.duration.past_operation import durations
from peacebrief.feasibility.duration.survival import median_years, still_there, still_there_high, still_there_low
from peacebrief.feasibility.given import FeasibilityInputs


@pytest.fixture(scope="module")
def inputs(ukraine_stages):
    return FeasibilityInputs.from_record(ukraine_stages["feasibility"])


@pytest.fixture(scope="module")
def lasting(inputs):
    return durations(inputs.rows("durations"), settings=inputs.settings)


# Group, operations, median, and shares still there after 5 and 10 years. The evidence prints a median of 12.5 for
# operations between two sides; half of them are left from 10.58 years on.
PRINTED = (
    ("united_nations", 70, 3.0, 0.40, 0.29),
    ("interposition", 18, 10.58, 0.67, None),
    ("analogues", 30, 12.5, 0.73, 0.57),
    ("analogues_with_garrisons", 34, 15.83, None, 0.62),
    ("chained", 28, 14.25, 0.75, 0.61),
)


@pytest.mark.slow
@pytest.mark.parametrize("printed", PRINTED, ids=[row[0] for row in PRINTED])
def test_past_operations_last_as_the_evidence_prints(lasting, printed):
    group, count, median, five, ten = printed
    found = lasting.curves[group]
    assert (found.count, median_years(curve=found.curve)) == (count, median)
    for years, share in ((5, five), (10, ten)):
        if share is not None:
            assert still_there(curve=found.curve, after=years) == pytest.approx(share, abs=0.006)


@pytest.mark.slow
@pytest.mark.parametrize(("years", "low", "high"), [(5, 0.54, 0.86), (10, 0.37, 0.72)])
def test_the_band_of_the_analogues_is_as_printed(lasting, years, low, high):
    edges = [edge(curve=lasting.usual, after=years) for edge in (still_there_low, still_there_high)]
    assert edges == pytest.approx([low, high], abs=0.005)
