"""What runs have made, out of what, and with which content: the rest is not trusted and is made again.

A job is on record once it has succeeded. What was truncated, altered or deleted since, what a killed run left behind
and what somebody else put there is therefore noticed by content, and so is an output whose ingredients have moved on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from peacebrief.rebuilding.contents import Contents
from peacebrief.saving import save_text

# The name of such a file says what it holds: recipes, and what is read of the inputs.
NAMED_AFTER_CONTENT = re.compile(r"-[0-9a-f]{12}\.(?:json|txt)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job that has succeeded: what it read and what it made, each with its digest; files or folders."""

    inputs: Mapping[str, str]
    outputs: Mapping[str, str]

    def __str__(self) -> str:
        return json.dumps({"inputs": dict(self.inputs), "outputs": dict(self.outputs)}, ensure_ascii=False)


class Records:
    """The jobs on record in the file `memory`, a line each. A line that cannot be read is no record."""

    def __init__(self, memory: Path, contents: Contents) -> None:
        self._memory, self._contents = memory, contents
        self._jobs: dict[str, Job] = {}
        for job in _jobs_in(memory):
            self._put(job)

    def tidy(self) -> None:
        """Keep one line a job. A disk without room costs the next run time and nothing else."""
        with suppress(OSError):
            save_text(self._memory, "".join(f"{job}\n" for job in self._jobs.values()))

    def add(self, *, inputs: Iterable[str], outputs: Collection[str]) -> None:
        """Put a job on record that has just succeeded; not one that read what was altered after it had been made."""
        read = {file: self._contents.of(file) for file in inputs}
        made = self.made()
        if any(made.get(file, digest) != digest for file, digest in read.items()):
            return
        job = Job(inputs=read, outputs={file: self._contents.of(file) for file in outputs})
        self._put(job)
        with suppress(OSError), self._memory.open("a", encoding="utf-8") as memory:
            memory.write(f"{job}\n")

    def _put(self, job: Job) -> None:
        """The last job that made a file is the one that counts."""
        former = [name for name, other in self._jobs.items() if not job.outputs.keys().isdisjoint(other.outputs)]
        for name in former:
            del self._jobs[name]
        self._jobs[min(job.outputs)] = job

    def made(self) -> dict[str, str]:
        """All that is on record as made, with its digest."""
        return {file: digest for job in self._jobs.values() for file, digest in job.outputs.items()}

    def untrusted(self, files: Iterable[str], *, current: Collection[str]) -> set[str]:
        """Of all outputs on record and the `files` on disk, those that no job on record made as they are now.

        `current` are the names that files named after their content have in this run.
        """
        trusted, refused = set[str](), set[str]()
        for job in self._jobs.values():
            (trusted if self._holds(job, current) else refused).update(job.outputs)
        folders = tuple(f"{name}/" for name in trusted)
        strange = {file for file in files if file not in trusted and not file.startswith(folders)}
        return refused | strange

    def _holds(self, job: Job, current: Collection[str]) -> bool:
        named = (file for file in job.inputs if NAMED_AFTER_CONTENT.search(file))
        return all(file in current for file in named) and all(
            self._contents.of(file) == digest for file, digest in (*job.outputs.items(), *job.inputs.items())
        )


def altered(files: Iterable[Path], *, records: Path) -> list[str]:
    """Of `files`, and folders, those that do not hold what the job on record made them with."""
    contents = Contents()
    made = Records(records, contents).made()
    return [str(file) for file in files if made.get(str(file)) != contents.of(file)]


def _jobs_in(memory: Path) -> Iterator[Job]:
    try:
        lines = memory.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            told = json.loads(line)
            job = Job(inputs=dict(told["inputs"]), outputs=dict(told["outputs"]))
            if job.outputs:
                yield job
