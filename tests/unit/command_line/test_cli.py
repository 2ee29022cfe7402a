"""What the command line says."""

import errno

import pytest

from peacebrief import cli
from peacebrief.errors import AnalystError


def failing(error):
    def run_command(name, arguments):
        raise error

    return run_command


def test_every_problem_becomes_one_line(monkeypatch, capsys):
    monkeypatch.setattr(cli, "run_command", failing(AnalystError("first\nproblem.", "second problem.")))
    assert cli.main(["size-force"]) == 1
    assert capsys.readouterr().err == "ERROR first problem.\nERROR second problem.\n"


def test_a_full_disk_is_said_in_one_line(monkeypatch, capsys):
    full = OSError(errno.ENOSPC, "No space left on device", "build/facts.json")
    monkeypatch.setattr(cli, "run_command", failing(full))
    assert cli.main(["size-force"]) == 1
    assert capsys.readouterr().err == "ERROR build/facts.json: No space left on device.\n"


def test_a_fault_of_the_program_keeps_its_traceback(monkeypatch):
    monkeypatch.setattr(cli, "run_command", failing(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        cli.main(["size-force"])


def test_a_mistyped_command_is_told_the_nearest(capsys):
    assert cli.main(["size-forse"]) == 1
    assert "did you mean size-force?" in capsys.readouterr().err


def test_the_overview_names_every_command_with_what_it_does(capsys):
    assert cli.main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in cli.command_files():
        assert name in said
    assert "None" not in said


def test_without_a_command_the_overview_is_shown_and_the_call_counts_as_wrong(capsys):
    assert cli.main([]) == 2
    assert "resolve-inputs" in capsys.readouterr().out


@pytest.mark.parametrize("name", cli.command_files())
def test_every_command_explains_its_arguments(name, capsys):
    with pytest.raises(SystemExit) as left:
        cli.main([name, "--help"])
    assert left.value.code == 0
    assert "usage: python -m peacebrief" in capsys.readouterr().out
