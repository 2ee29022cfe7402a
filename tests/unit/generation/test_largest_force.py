"""The closed form of the largest force against the largest flow of another library."""

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from peacebrief.generation.allocation.allocation_program import largest_force


def largest_flow(requirement, deployable, limits):
    """Source, contributors, types, sink, in that order."""
    types, count = limits.shape
    network = np.zeros((2 + count + types,) * 2, dtype=np.int32)
    network[0, 1 : 1 + count] = deployable
    network[1 : 1 + count, 1 + count : -1] = limits.T
    network[1 + count : -1, -1] = requirement
    return maximum_flow(csr_array(network), 0, 1 + count + types).flow_value


@pytest.fixture(scope="module")
def drawn():
    rng = np.random.default_rng(8)
    return rng.integers(0, 60, (3, 50)), rng.integers(0, 30, (6, 50)), rng.integers(0, 20, (3, 6, 50))


def test_the_largest_force_is_the_largest_flow_in_every_draw(drawn):
    requirement, deployable, limits = drawn
    found = largest_force(
        requirement=requirement.astype(float), deployable=deployable.astype(float), limits=limits.astype(float)
    )
    expected = [largest_flow(requirement[:, n], deployable[:, n], limits[:, :, n]) for n in range(50)]
    assert found.tolist() == expected


def test_one_draw_alone_gives_the_same(drawn):
    requirement, deployable, limits = (part[..., 0].astype(float) for part in drawn)
    force = largest_force(requirement=requirement, deployable=deployable, limits=limits)
    assert float(force) == largest_flow(requirement, deployable, limits)


def test_without_contributors_there_is_no_force():
    assert largest_force(requirement=np.array([5.0]), deployable=np.zeros(0), limits=np.zeros((1, 0))) == 0
