"""The repository itself: what is tracked, what no file may name."""

import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "workflow/peacebrief"
# Written in parts, so that this file does not name them itself.
REGISTRY_HOSTS = [
    "".join(parts) for parts in (("pypi", ".org"), ("python", "hosted"), ("registry", ".npmjs"), ("deb", ".debian"))
]
TOP_LEVEL = {
    *("Snakefile", "bootstrap", "pyproject.toml", "requirements.lock"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CITATION.cff", "LICENSE", "LICENSES"),
    *(".gitignore", ".gitattributes", ".ci"),
    *("inputs", "workflow", "reports", "tests", "profiles"),
}
LONGEST_RULE_FILE = 100


@pytest.fixture(scope="module")
def tracked(tool) -> list[Path]:
    """The files of the project, as git knows them or would on the next commit."""
    listing = [tool("git"), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=PROJECT, text=True, capture_output=True, check=True).stdout.split("\0")
    return [PROJECT / name for name in names if name and (PROJECT / name).is_file()]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(PROJECT).as_posix()


def test_the_top_level_holds_what_the_design_names(tracked):
    assert {file.relative_to(PROJECT).parts[0] for file in tracked} <= TOP_LEVEL


def test_no_generated_file_is_tracked(tracked):
    generated = ("build/", ".snakemake/", ".venv/", ".bootstrap/")
    names = [name_of(file) for file in tracked]
    assert not [name for name in names if name.startswith(generated) or "__pycache__" in name]
    assert not [name for name in names if name.startswith("reports/") and not name.startswith("reports/example/")]


def test_text_files_name_no_registry_and_no_machine(tracked):
    home = str(Path.home())
    parents = [re.escape(f"{path}/") for path in {str(PROJECT), str(PROJECT.parent), home} if len(path) > 3]
    forbidden = re.compile("|".join([*map(re.escape, REGISTRY_HOSTS), *parents]))
    found = {name_of(file): match[0] for file in tracked if (match := forbidden.search(text_of(file)))}
    assert found == {}


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_text_files_end_lines_with_a_line_feed(tracked):
    assert [name_of(file) for file in tracked if "\r" in text_of(file) and file.suffix != ".ttf"] == []


@pytest.mark.parametrize("rules", sorted((PROJECT / "workflow/rules").glob("*.smk")), ids=name_of)
def test_a_rule_file_opens_with_its_contract(rules):
    lines = rules.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_RULE_FILE
    contract = [line for line in lines[:20] if line.startswith("#")]
    assert any(line.startswith("# needs: ") for line in contract)
    assert any(line.startswith("# gives: ") for line in contract)


def test_the_code_knows_no_case_by_name():
    cases = {file.parent.name for file in (PROJECT / "inputs").glob("*/case.yaml")}
    code = [*modules(), PROJECT / "Snakefile", *(PROJECT / "workflow/rules").glob("*.smk")]
    named = re.compile("|".join(cases), re.IGNORECASE)
    assert [name_of(file) for file in code if named.search(file.read_text(encoding="utf-8"))] == []


def test_the_package_knows_no_workflow_system():
    assert [name_of(module) for module in modules() if "import snakemake" in module.read_text(encoding="utf-8")] == []


def test_every_rule_says_what_it_does_and_keeps_a_log():
    for rules in (PROJECT / "workflow/rules").glob("*.smk"):
        for rule in re.split(r"^ *rule\b", rules.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            assert "shell:" in rule, rules.name
            assert "log:" in rule, rules.name
            assert "benchmark:" in rule, rules.name
            assert "made_of(" in rule, rules.name
            assert "lambda" not in rule, rules.name


def test_decisions_are_numbered_in_order_and_short():
    records = sorted((PROJECT / "workflow/decisions").glob("*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    assert [record.name for record in records if len(record.read_text(encoding="utf-8").splitlines()) > 20] == []
