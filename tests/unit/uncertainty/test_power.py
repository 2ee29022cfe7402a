"""Powers that are the same on every machine, against the library's."""

import math

import numpy as np
import pytest

from peacebrief.uncertainty.power import exponential, natural_log, power


def test_powers_are_those_of_the_library():
    rng = np.random.default_rng(2)
    base, exponent = 10.0 ** rng.uniform(-30, 30, 20_000), rng.uniform(-5, 5, 20_000)
    assert power(base, exponent) == pytest.approx(np.power(base, exponent), rel=1e-13)


def test_logarithms_and_exponentials_are_those_of_the_library():
    values = np.concatenate(
        [np.geomspace(1e-300, 1e300, 5000), np.linspace(0.5, 2, 3001), 1 + np.linspace(-1e-6, 1e-6, 101)]
    )
    assert natural_log(values) == pytest.approx(np.log(values), rel=1e-14, abs=1e-22)
    assert exponential(np.linspace(-700, 700, 5001)) == pytest.approx(np.exp(np.linspace(-700, 700, 5001)), rel=1e-14)


def test_the_bits_are_those_of_the_machine_of_record():
    assert [power(0.5, 0.6).hex(), natural_log(10.0).hex(), exponential(1.0).hex()] == [
        "0x1.51cb453b9536cp-1",
        "0x1.26bb1bbb55516p+1",
        "0x1.5bf0a8b14576ap+1",  # one unit in the last place above e
    ]


@pytest.mark.parametrize(
    ("base", "exponent", "expected"), [(0.0, 0.0, 1.0), (0.0, 2.0, 0.0), (7.0, 0.0, 1.0), (1.0, 9.0, 1.0)]
)
def test_the_ends_are_exact(base, exponent, expected):
    assert power(base, exponent) == expected


def test_one_by_one_and_together_are_the_same_bits():
    rng = np.random.default_rng(3)
    base, exponent = rng.uniform(0, 3, 50), rng.uniform(0, 3, 50)
    together = power(base, exponent)
    assert together.tolist() == [power(x, y) for x, y in zip(base.tolist(), exponent.tolist(), strict=True)]


def test_tiny_exponentials_are_zero_and_nothing_negative_has_a_logarithm():
    assert exponential(-1e9) == 0
    assert natural_log(0.0) == -math.inf
    with pytest.raises(ValueError, match="zero or more have a logarithm"):
        natural_log(-0.1)
