"""The points: one stream a name, evenly spread, and the same however they are cut."""

from hashlib import sha256

import numpy as np
import pytest

from peacebrief.uncertainty.draws import REPLICATES, Design, design
from peacebrief.uncertainty.points import streams

# Fixed when the generator was first written down; another value means that every published number moves.
GOLDEN = "a71e57c2a8637ed59cabbd242574477f09ef78679a281cdea30ab8f3d3a5d339"
NAMES = ("line_length", "combat_share", "rotation_ratio")


def rows_of(made: Design, rows: int = 8192) -> dict:
    parts = {}
    for _, uniforms in made.chunks(rows):
        for name, values in uniforms.items():
            parts.setdefault(name, []).append(values)
    return {name: np.concatenate(values) for name, values in parts.items()}


def test_the_points_are_those_of_the_first_edition():
    found = streams(NAMES, seed=20261123, replicate=3)
    text = b"".join(found[name].uniforms(0, 20_000).tobytes() for name in NAMES)
    assert sha256(text).hexdigest() == GOLDEN


@pytest.mark.parametrize("size", [16, 1024, 2**15])
def test_every_interval_of_equal_length_holds_one_point_of_a_replicate(size):
    for stream in streams(NAMES, seed=1, replicate=0).values():
        cells = np.sort((stream.uniforms(0, size) * size).astype(int))
        assert cells.tolist() == list(range(size))


def test_numbers_stay_strictly_between_zero_and_one():
    values = streams(["a"], seed=0, replicate=0)["a"].uniforms(0, 2**16)
    assert values.min() > 0
    assert values.max() < 1


def test_adding_an_input_leaves_every_other_input_as_it_was():
    few = rows_of(design(NAMES, 1024, 5))
    many = rows_of(design([*NAMES, "a_new_one", "zz"], 1024, 5))
    assert all((few[name] == many[name]).all() for name in NAMES)


def test_the_order_of_the_names_does_not_matter():
    assert design(NAMES, 64, 5) == design(reversed(NAMES), 64, 5)


@pytest.mark.parametrize("rows", [1000, 4096, 16384, 20_001])
def test_any_cutting_into_chunks_gives_the_same_points(rows):
    made = design(NAMES, 2**18, 5)
    whole, cut = rows_of(made), rows_of(made, rows)
    assert all(whole[name].tobytes() == cut[name].tobytes() for name in NAMES)


def test_names_seeds_and_replicates_have_points_of_their_own():
    first = streams(NAMES, seed=1, replicate=0)
    columns = [stream.uniforms(0, 4096) for stream in first.values()]
    columns.append(streams(NAMES, seed=2, replicate=0)["line_length"].uniforms(0, 4096))
    columns.append(streams(NAMES, seed=1, replicate=1)["line_length"].uniforms(0, 4096))
    correlation = np.corrcoef(columns) - np.eye(len(columns))
    # Plain random numbers would differ from zero by 0.016 here.
    assert np.abs(correlation).max() < 0.05


def root_mean_square_error(function, expected):
    names = [f"x{number}" for number in range(5)]
    drawn = (rows_of(design(names, 2**13, seed)) for seed in range(12))
    estimates = [np.mean(function([one[name] for name in names])) for one in drawn]
    return np.sqrt(np.mean((np.array(estimates) - expected) ** 2))


def test_the_mean_of_a_sum_is_hundreds_of_times_closer_than_with_plain_random_draws():
    plain = np.sqrt(5 / 12 / 2**13)
    assert root_mean_square_error(sum, 2.5) < plain / 300


def test_the_mean_of_a_product_is_closer_than_with_plain_random_draws():
    plain = np.sqrt(((1 + 1 / 12) ** 5 - 1) / 2**13)
    assert root_mean_square_error(lambda columns: np.prod(np.array(columns) + 0.5, axis=0), 1) < plain / 1.5


@pytest.mark.parametrize("draws", [0, 7, 100, 8 * 3, 2**25])
def test_a_number_of_draws_that_cannot_be_spread_evenly_is_refused(draws):
    with pytest.raises(ValueError, match="eight times a power of two"):
        design(NAMES, draws, 1)


def test_more_rows_than_exact_sums_allow_are_refused():
    with pytest.raises(ValueError, match="rows must be"):
        next(design(NAMES, 64, 1).chunks(2**17))


def test_the_design_has_eight_replicates_of_equal_size():
    sizes = {}
    for replicate, uniforms in design(NAMES, 2**12, 1).chunks(100):
        sizes[replicate] = sizes.get(replicate, 0) + len(uniforms["line_length"])
    assert sizes == dict.fromkeys(range(REPLICATES), 2**9)
