"""One run at a time, and nothing to unlock."""

import os
import signal
import subprocess
import sys
import time

import pytest

HOLD = "import sys, time; from pathlib import Path; from peacebrief.rebuilding.one_run import begin_run; "
RUN = HOLD + "print(begin_run(Path(sys.argv[1])), flush=True); time.sleep(600)"
TRY = HOLD + "print(begin_run(Path(sys.argv[1])), flush=True)"
WORK = (
    "import sys, time; from peacebrief.rebuilding.one_run import part_of_run\n"
    "with part_of_run(): print('at work', flush=True); time.sleep(float(sys.argv[1]))"
)


@pytest.fixture
def start():
    """Starts a program of this package; those that still run at the end are killed."""
    started = []

    def process(code, *arguments, run=""):
        command = [sys.executable, "-c", code, *map(str, arguments)]
        environment = os.environ | {"PYTHONPATH": "workflow", "PEACEBRIEF_RUN": run}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        started.append(subprocess.Popen(command, env=environment, **pipes))
        return started[-1]

    yield process
    for one in started:
        one.kill()
        one.wait()
        one.stdout.close()


def test_a_second_run_is_told_of_the_first(start, tmp_path):
    start(RUN, tmp_path).stdout.readline()
    said = start(TRY, tmp_path).communicate()[0]
    assert "another build is going on in this folder; wait until it has ended, or stop it." in said


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_run_that_was_killed_leaves_nothing_to_unlock(start, tmp_path, how):
    first = start(RUN, tmp_path)
    first.stdout.readline()
    first.send_signal(how)
    first.wait()
    second = start(TRY, tmp_path)
    assert second.communicate()[0].startswith(str(tmp_path))
    assert second.returncode == 0


def test_files_left_by_a_run_on_another_machine_are_no_lock(start, tmp_path):
    for name in ("run.lock", "commands.lock"):
        (tmp_path / name).write_text("another machine")
    assert start(TRY, tmp_path).wait() == 0


def test_the_next_run_waits_for_commands_that_a_killed_run_has_left(start, tmp_path):
    first = start(RUN, tmp_path)
    run = first.stdout.readline().strip()
    command = start(WORK, 600, run=run)
    assert command.stdout.readline() == "at work\n"
    first.kill()
    first.wait()
    second = start(TRY, tmp_path)
    assert second.stdout.readline() == "A run was stopped; waiting until its last commands have ended.\n"
    time.sleep(0.2)
    assert second.poll() is None
    command.kill()
    assert second.wait() == 0


def test_a_command_whose_run_has_ended_does_nothing(start, tmp_path):
    first = start(RUN, tmp_path)
    run = first.stdout.readline().strip()
    first.kill()
    first.wait()
    start(RUN, tmp_path).stdout.readline()
    said = start(WORK, 0, run=run).communicate()[0]
    assert "at work" not in said
    assert "the run that this command belongs to has ended; run it again." in said


def test_a_command_called_by_hand_needs_no_run(start):
    assert start(WORK, 0).communicate()[0] == "at work\n"
