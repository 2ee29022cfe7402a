# How a run behaves and what it says.
#
# needs: that no other run is going on in this folder
# gives: STATE (the folder of what runs remember), DRY, FAILED, stop; a quiet run that calls aim, heed_records,
#        put_on_record, tell_progress and tell_of_others of other rule files at its turns

import logging
import os
import shlex

from snakemake.logging import LogEvent
from snakemake.settings.enums import Quietness

from peacebrief.errors import AnalystError
from peacebrief.rebuilding.one_run import VARIABLE, begin_run

STATE = Path(".snakemake/peacebrief")
DRY = workflow.output_settings.dryrun
TOLD_ALL = workflow.output_settings.verbose or workflow.output_settings.printshellcmds
# Of a dry run the table of rules is told; what each job reads and writes is only with --printshellcmds or --verbose.
OF_SINGLE_JOBS = {LogEvent.JOB_INFO, LogEvent.SHELLCMD}


def stop(error):
    """End before anything has been run, with the problems as the commands tell them."""
    raise SystemExit("\n".join(f"ERROR {' '.join(problem.split())}" for problem in error.problems))


if workflow.is_main_process and not DRY:
    try:
        os.environ[VARIABLE] = begin_run(STATE)
    except AnalystError as error:
        stop(error)
    except OSError as error:
        raise SystemExit(f"ERROR {STATE}: {error.strerror}.") from None
    # No other run is going on, so that these are of one that was killed.
    for left in Path(".snakemake/locks").glob("*"):
        left.unlink(missing_ok=True)

# Jobs run the Python that runs Snakemake, import the package whose files the rules list, and keep its bytecode.
shell.prefix(
    "unset PYTHONDONTWRITEBYTECODE;"
    f" export PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH"
    f" PYTHONPATH={shlex.quote(str(PACKAGES))}; "
)


class Course(logging.Filter):
    """Follows a run by what Snakemake says of it, and lets through what the commands do not say better themselves."""

    told = set()

    JOB_FAILED = ("RuleException:\nCalledProcessError", "Exiting because a job", "WorkflowError:\nAt least one job")

    def filter(self, record):
        event, message = getattr(record, "event", None), record.getMessage()
        if event == LogEvent.WORKFLOW_STARTED:
            aim(workflow.dag_settings)
        elif message.startswith("Building DAG"):
            heed_records(workflow.dag)
        elif event == LogEvent.JOB_FINISHED:
            put_on_record(record.job_id)
        elif event == LogEvent.PROGRESS:
            tell_progress(record.done, record.total)
        elif event == LogEvent.JOB_ERROR:
            FAILED.update(Path(file) for file in record.log)
        elif message.startswith("Nothing to be done") and not DRY:
            tell_of_others()
        if TOLD_ALL:
            return True
        if DRY:
            again = message in self.told
            self.told.add(message)
            return event not in OF_SINGLE_JOBS and not again
        if record.levelno < logging.WARNING:
            return message.startswith("Nothing to be done")
        return event != LogEvent.JOB_ERROR and not message.startswith(self.JOB_FAILED)


# The logs of the jobs that failed.
FAILED = set()

if workflow.is_main_process:
    logging.getLogger("snakemake.logging").addFilter(Course())
    # A run that is told to be quiet would not say which jobs have finished, and the record goes by that.
    if not DRY and workflow.output_settings.quiet:
        workflow.output_settings.quiet.discard(Quietness.PROGRESS)
