# What is made again, and what the end of a run tells.
#
# needs: build/, reports/, .snakemake/peacebrief/records.jsonl (the jobs that succeeded, with what they read and made)
# gives: RECORDS, ALONE, MADE, aim, heed_records, put_on_record, tidy_build
#
# Snakemake goes by dates and by the names of inputs. What no job on record made as it is now (truncated, altered, deleted,
# left by a killed run, dated back) is handed to it as files to make again.

import os

from peacebrief.publishing.edition import damage, restored
from peacebrief.rebuilding.records import Records

RECORDS = Records(STATE / "records.jsonl", CONTENTS)
# Briefs that were asked for alone, by case, and the files that this run has made.
ALONE, MADE = {}, set()
NO_RESULTS = {"logs", "benchmarks", "made_of"}

for _, case, *names in (parts for parts in TARGETS if parts[0] == "reports" and len(parts) == 3):
    known = [*brief_names(case), "index", "SHA256SUMS"]
    if Path(names[0]).stem not in known:
        raise SystemExit(f"ERROR {case} has no brief called {Path(names[0]).stem}; it has {', '.join(known[:-2])}.")


def aim(dag_settings):
    """A target in reports/ is made in build/: one brief alone up to its check, all else with the edition it belongs to."""
    if dag_settings is not None:
        dag_settings.targets = {aimed(target) for target in dag_settings.targets}


def aimed(target):
    """What to make for a target."""
    place, *parts = Path(os.path.relpath(target)).parts or [""]
    if place != "reports" or not parts:
        return target
    if parts[0] not in OPTIONS:
        return OVERVIEW if parts == ["index.html"] else target
    brief = Path(parts[-1]).stem
    if len(parts) == 2 and Path(target).suffix in {".html", ".pdf"} and brief in brief_names(parts[0]):
        ALONE.setdefault(parts[0], set()).add(brief)
        return f"build/{parts[0]}/checks/{brief}.json"
    return f"build/{parts[0]}/published.json"


def results():
    """Every file that lies in build/, apart from what tells of a run."""
    for folder in [*PLANS, "faces", "overview"]:
        for path, folders, files in os.walk(f"build/{folder}"):
            folders[:] = [name for name in folders if name not in NO_RESULTS]
            yield from (f"{path}/{name}" for name in files)


def damaged_editions():
    """What was published and is no longer as it was, by the file in build/ that stands for its publication."""
    records = {f"build/{case}/published.json": Path("reports") / case for case in SELECTED}
    found = {record: damage(edition, Path(record), CONTENTS) for record, edition in records.items()}
    if Path(OVERVIEW).exists() and CONTENTS.of(OVERVIEW) != CONTENTS.of("reports/index.html"):
        found[OVERVIEW] = ["reports/index.html"]
    return {record: files for record, files in found.items() if files}


def heed_records(dag):
    """Have Snakemake make again what is not as a job on record made it."""
    CONTENTS.planned()
    damaged = damaged_editions()
    dag.forcefiles.update(RECORDS.untrusted(results(), current=CURRENT), damaged)
    for files in damaged.values():
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        print(f"WARNING {files[0]}{more}: not as published; a whole build publishes it again.", file=sys.stderr)
    if not DRY:
        RECORDS.tidy()
        for case in PLANS:  # what a killed run left
            restored((Path("reports") / case).resolve())
    CONTENTS.save()


def made_by(job):
    """The files that a job makes, and the folder where that is its own."""
    files = [str(file) for file in job.output]
    return files + [str(Path(file).parent) for file in files if job.rule.name in WHOLE_FOLDERS]


def put_on_record(job_id):
    """A job has succeeded. One whose modules or templates were edited meanwhile is not trusted, nor a mere touch."""
    for job in [] if workflow.touch else workflow.dag.jobs:
        if job.jobid == job_id and job.output and all(still_holds(file) for file in job.input if file in LISTED):
            RECORDS.add(inputs=map(str, job.input), outputs=made_by(job))
            MADE.update(made_by(job))


def tidy_build():
    """After a whole build, leave nothing in build/ that is not part of it."""
    settings = workflow.dag_settings
    if settings.targets or settings.until or settings.omit_from or settings.batch:
        return
    kept = {file for job in workflow.dag.jobs for file in made_by(job)}
    folders = tuple(f"{file}/" for file in kept)
    for file in [*results(), *(recipe.as_posix() for recipe in RECIPES.glob("*-*.txt"))]:
        if file not in kept and file not in LISTED and not file.startswith(folders):
            Path(file).unlink()
