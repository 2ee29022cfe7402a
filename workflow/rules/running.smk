# How a run behaves and what it says.
#
# needs: the logs of the commands, in which every problem is a line that starts with ERROR
# gives: a quiet run that ends with the briefs built, or with the sentences that say what to mend

import logging
import os
import shlex
import time

import psutil

STARTED = time.time()
RUNS = Path(".snakemake/runs")

# Jobs run the Python that runs Snakemake, import the package whose files the rules list, and keep its bytecode.
shell.prefix(
    "unset PYTHONDONTWRITEBYTECODE;"
    f" export PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH"
    f" PYTHONPATH={shlex.quote(str(PACKAGES))}; "
)


class OwnWords(logging.Filter):
    """Of what Snakemake says about a run, keeps what the commands do not say better themselves."""

    JOB_FAILED = ("RuleException:\nCalledProcessError", "Exiting because a job", "WorkflowError:\nAt least one job")

    def filter(self, record):
        message = record.getMessage()
        if record.levelno < logging.WARNING:
            return message.startswith("Nothing to be done")
        return getattr(record, "event", None) != "job_error" and not message.startswith(self.JOB_FAILED)


def record_of(process):
    """The name under which a run is on record; the time tells a process from a later one with the same number."""
    return f"{os.uname().nodename}-{process.pid}-{process.create_time():.2f}"


def is_running(run):
    """Whether the run of this record still goes on; one of another machine may."""
    host, pid, _ = run.name.rsplit("-", 2)
    if host != os.uname().nodename:
        return True
    return psutil.pid_exists(int(pid)) and record_of(psutil.Process(int(pid))) == run.name


def forget_dead_runs():
    """A killed run leaves its lock: remove it, unless a run on record may still be going on."""
    runs = list(RUNS.glob("*"))
    if runs and not any(is_running(run) for run in runs):
        for left in [*runs, *Path(".snakemake/locks").glob("*")]:
            left.unlink(missing_ok=True)


def problems(log_file):
    """The ERROR lines of one log; where a command broke without one, its last line and where to read on."""
    lines = log_file.read_text(encoding="utf-8", errors="replace").splitlines()
    if lines[-1:] == ["KeyboardInterrupt"]:
        return ["ERROR interrupted; what was published before is as it was."]
    if "Traceback (most recent call last):" in lines:
        return [f"ERROR {log_file} has a fault of the program itself: {lines[-1]}"]
    return [line for line in lines if line.startswith("ERROR")]


def forget_failed_jobs():
    """Snakemake records a failed job like a finished one; without its record the job counts as still to be done."""
    for job in workflow.dag.jobs:
        for file in job.output:
            if not Path(file).exists():
                workflow.persistence.cleanup_metadata(file)


if workflow.is_main_process:
    forget_dead_runs()
    if not (
        workflow.output_settings.dryrun or workflow.output_settings.verbose or workflow.output_settings.printshellcmds
    ):
        logging.getLogger("snakemake.logging").addFilter(OwnWords())


onstart:
    RUNS.mkdir(parents=True, exist_ok=True)
    (RUNS / record_of(psutil.Process())).touch()


onsuccess:
    built = [*sorted(Path("reports").glob("*/*.*")), *Path("reports").glob("index.html")]
    built = [file for file in built if file.suffix in {".html", ".pdf"} and file.stat().st_mtime >= STARTED]
    # A page that leads to the others comes after them.
    for file in sorted(built, key=lambda file: file.name == "index.html"):
        print(f"{file}  {file.stat().st_size / 1000:,.0f} kB")


onerror:
    forget_failed_jobs()
    failed = [file for file in sorted(Path("build").glob("*/logs/*.log")) if file.stat().st_mtime >= STARTED]
    said = dict.fromkeys(line for file in failed for line in problems(file))
    print("\n".join(said or ["ERROR a command ended without a word; see the logs in build/."]), file=sys.stderr)
