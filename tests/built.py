"""What a build has made, to compare one build with another."""

import hashlib

# These tell of single runs.
OF_RUNS = {"logs", "benchmarks"}


def results(folder):
    """The digest of every file that a build has made, by its name."""
    files = (file for part in ("build", "reports") for file in (folder / part).rglob("*") if file.is_file())
    kept = (file for file in files if not set(file.relative_to(folder).parts) & OF_RUNS)
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in kept}
