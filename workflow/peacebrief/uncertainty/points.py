"""Scrambled Sobol' points, one stream a name, so that adding an input leaves every other input as it was.

A Sobol' dimension is given by its direction numbers, and those below the degree of its primitive polynomial are free.
Here every name owns a dimension of a degree above any number of points used, so all its direction numbers are free and
are drawn, with the scramble, from a hash of the name. No two names can share a dimension, whatever else is sampled.
Sums of inputs are integrated as by the best of designs, products of two on average as by a Latin hypercube.
Source: Joe and Kuo 2008 (direction numbers); Matousek 1998 (linear scramble).
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import shake_256

import numpy as np

from peacebrief.uncertainty.arrays import Floats, Words

BITS = 32
TABLE_BITS = 13


def direction_numbers(*, keys: Sequence[str]) -> tuple[Words, Words]:
    """The 32 scrambled direction numbers of each key (n, 32) and its digital shift (n).

    Each number is a column of L U over the two-element field: U, unit upper triangular, makes the Sobol' dimension and
    L, unit lower triangular, scrambles it. Any such product puts one point in each dyadic interval.
    """
    hashed = b"".join(shake_256(key.encode()).digest(4 * (2 * BITS + 1)) for key in keys)
    words = np.frombuffer(hashed, dtype="<u4").astype(np.uint32).reshape(len(keys), 2 * BITS + 1)
    diagonal = np.uint32(1) << np.arange(BITS - 1, -1, -1, dtype=np.uint32)
    below = diagonal - np.uint32(1)
    scramble = (words[:, :BITS] & below) | diagonal
    numbers = (words[:, BITS : 2 * BITS] & ~(below | diagonal)) | diagonal
    scrambled = np.zeros_like(numbers)
    for row in range(BITS):
        digit = numbers >> np.uint32(BITS - 1 - row) & np.uint32(1)
        scrambled ^= digit * scramble[:, row : row + 1]
    return scrambled, words[:, -1]


def streams(names: Sequence[str], *, seed: int, replicate: int, points: int = 2**TABLE_BITS) -> dict[str, Stream]:
    """The stream of each name in one replicate; fastest where `points` says how many will be asked for."""
    numbers, shifts = direction_numbers(keys=[f"{seed}/{replicate}/{name}" for name in names])
    return {name: Stream(own, shift, points) for name, own, shift in zip(names, numbers, shifts, strict=True)}


class Stream:
    """The points of one name in one replicate: any range of rows, the same numbers however it is cut."""

    def __init__(self, numbers: Words, shift: np.uint32, points: int) -> None:
        bits = min((points - 1).bit_length(), TABLE_BITS)
        self._high = numbers[bits:]
        self._table = _gathered(numbers[:bits]) ^ shift

    def uniforms(self, start: int, stop: int) -> Floats:
        """Rows `start` to `stop` as numbers strictly between 0 and 1."""
        size = len(self._table)
        pieces = [
            self._table[max(start - first, 0) : stop - first] ^ self._offset(first // size)
            for first in range(start - start % size, stop, size)
        ]
        whole = pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
        return (whole.astype(np.float64) + 0.5) * 2.0**-BITS

    def _offset(self, block: int) -> np.uint32:
        offset = np.uint32(0)
        for bit, number in enumerate(self._high):
            if block >> bit & 1:
                offset ^= number
        return offset


def _gathered(numbers: Words) -> Words:
    table = np.zeros(1 << len(numbers), dtype=np.uint32)
    for bit, number in enumerate(numbers):
        half = 1 << bit
        table[half : 2 * half] = table[:half] ^ number
    return table
