"""The list of files a rule is made of."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from peacebrief.source_files import PACKAGE, PROJECT, source_files

SIZING = source_files("peacebrief.commands.model.size_force")


def test_the_files_are_sorted_relative_and_there():
    assert sorted(SIZING) == SIZING
    assert all((PROJECT / file).is_file() for file in SIZING)


def test_packages_on_the_way_to_a_module_count():
    assert "workflow/peacebrief/__init__.py" in SIZING
    assert "workflow/peacebrief/sizing/__init__.py" in SIZING


def test_a_stage_is_not_made_of_later_stages():
    later = ("facts/collect", "figures/", "briefs/", "publishing/")
    assert not [file for file in SIZING if any(f"peacebrief/{part}" in file for part in later)]


def test_the_command_line_is_not_made_of_the_commands():
    assert not [file for file in source_files("peacebrief.cli") if "commands" in file]


def test_an_import_inside_a_function_counts():
    assert "workflow/peacebrief/inputs/handing_on/resolving.py" in source_files(
        "peacebrief.commands.model.resolve_inputs"
    )


@pytest.mark.slow
def test_every_import_that_python_parses_is_found():
    for file in PACKAGE.rglob("*.py"):
        module = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        found = source_files(module)
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] == PACKAGE.name:
                imported = PACKAGE.parent.joinpath(*node.module.split("."))
                modules = [imported.with_suffix(".py"), imported / "__init__.py"]
                modules += [imported / f"{alias.name}.py" for alias in node.names]
                assert {one.relative_to(PROJECT).as_posix() for one in modules if one.is_file()} <= set(found)


def test_a_module_that_does_not_exist_is_named():
    with pytest.raises(ModuleNotFoundError, match=r"peacebrief\.nowhere"):
        source_files("peacebrief.cli", "peacebrief.nowhere")


@pytest.mark.fast_cases(2)
@pytest.mark.parametrize("command", sorted(Path(PROJECT, "workflow/peacebrief/commands").rglob("[!_]*.py")))
def test_what_python_loads_for_a_command_is_in_its_list(command):
    name = f"peacebrief.commands.{command.parent.name}.{command.stem}"
    code = f"import sys, {name}; print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('peacebrief')))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT / "workflow", text=True, capture_output=True, check=True
    ).stdout.split()
    assert {Path(file).relative_to(PROJECT).as_posix() for file in loaded} <= set(source_files(name))
