"""How long the sizing stage takes and how much memory it needs, by number of draws.

Run by hand: `python tests/benchmarks/bench_sizing.py build/<case>/inputs/sizing-<digest>.json [power]`, which
is that of two for the most draws.
Each row is a process of its own; imports are left out of the time and counted in the memory.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Collection
from pathlib import Path

SMALLEST, USUAL, LARGEST = 10, 17, 20
TARGET = "target at 2^17 draws: under 1 second and 300 MB"


def measure(inputs: Path, power: int) -> None:
    """Print one row: draws, seconds of wall clock and of processor, megabytes."""
    import scipy.special  # noqa: F401  # imported late by the model; its time is not the model's

    from peacebrief.sizing import size_force

    resolved = json.loads(inputs.read_text(encoding="utf-8")) | {"draws": 2**power}
    wall, processor = time.perf_counter(), time.process_time()
    facts = len(size_force(resolved)["facts"])
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"2^{power:<6}{wall:>8.2f}{processor:>11.2f}{megabytes:>8.0f}{facts:>8}", flush=True)


def main(inputs: Path, powers: Collection[int] = (SMALLEST, USUAL, LARGEST)) -> None:
    """Print the table, a row for each number of draws."""
    print(f"{'draws':<8}{'wall s':>8}{'processor s':>11}{'MB':>8}{'facts':>8}    ({TARGET})", flush=True)
    for power in sorted(set(powers)):
        subprocess.run([sys.executable, __file__, str(inputs), str(power), "one"], check=True)


if __name__ == "__main__":
    given, *rest = sys.argv[1:]
    if len(rest) > 1:
        measure(Path(given), int(rest[0]))
    else:
        main(Path(given), (SMALLEST, USUAL, *map(int, rest or [LARGEST])))
