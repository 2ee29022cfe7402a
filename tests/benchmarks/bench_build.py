"""What the workflow costs beyond the work itself. By hand: `./bootstrap python tests/benchmarks/bench_build.py`

Cold build: every brief by Snakemake on two cores, against the same commands up to publication, called one by one in
one Python process (at most 0.9 times as long). Nothing to do, with all contents checked: against a Snakefile of one
rule (at most 1.3 times as long). After an edit: what reading and checking the inputs adds to the plan.
With a folder of inputs as argument those instead of the real ones.

The project is copied before anything is built, so that nothing of a build of before counts.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SMALLEST = 'rule all:\n    input: "a.txt"\n\nrule a:\n    output: "a.txt"\n    shell: "touch {output}"\n'
ONE_PROCESS = """
import sys
from pathlib import Path
sys.path.insert(0, "workflow")
from peacebrief.briefs.setting.brief_page import names_of_briefs, pages_in
from peacebrief.cli import run_command
from peacebrief.figures.registry import FIGURES
from peacebrief.inputs.handing_on.planning import planned
from peacebrief.typefaces import WEB_FACES

case = sys.argv[1]
build = f"build/{case}"
plan = planned(Path("inputs"), case)
resolved = {part: f"{build}/inputs/{name}" for part, name in plan["files"].items()}
evidence, facts, citations = resolved["evidence"], f"{build}/facts.json", f"{build}/citations.json"
stages = ("sizing", "generation", "logistics", "feasibility")
records = {stage: f"{build}/{stage}.json" for stage in stages}
known = ["--facts", facts, "--evidence", evidence, "--stages", *records.values()]
words = ["--words", "workflow/templates/words"]
look = ["--figures", f"{build}/figures", "--faces", "build/faces", "--templates", "workflow/templates"]
for file in resolved.values():
    run_command("resolve-inputs", ["inputs", case, file])
for stage, command in {"sizing": "size-force", "generation": "generate-force", "logistics": "plan-logistics"}.items():
    run_command(command, [resolved[stage], records[stage]])
read = [resolved["feasibility"], resolved["generation"], records["generation"], records["logistics"]]
run_command("judge-feasibility", [*read, records["feasibility"]])
run_command("cite-sources", [evidence, citations, "--style", "workflow/templates/csl", *words])
run_command("collect-facts", [evidence, *records.values(), "--facts", facts, *words])
pictures = [f"{build}/figures/{figure}.svg" for figure in FIGURES]
batch = ["--checksums", f"{build}/figures/batch.txt", *words]
run_command("draw-figures", [*pictures, *batch, *known])
faces = [f"build/faces/{face.name}.woff2" for face in WEB_FACES]
run_command("subset-faces", [*faces, "--fonts", "workflow/templates/fonts"])
run_command("package-data", [*known, "--folder", f"{build}/data"])
from peacebrief.briefs.setting.template_code import printing_digest
printed = f"{build}/printed-{printing_digest(Path('workflow/templates'))}.json"
run_command("list-printed", [printed, *known, "--citations", citations, *look])
briefs = names_of_briefs(pages_in(Path("workflow/templates")), plan["options"])
finished = [f"{build}/briefs/{brief}.{form}" for brief in briefs for form in ("html", "pdf")]
for brief in briefs:
    files = [f"{build}/briefs/{brief}.{form}" for form in ("html", "pdf")]
    account = ["--printed", printed] if brief == "annex" else []
    run_command("render-brief", [*files, *known, "--citations", citations, *account, *look])
    run_command("check-brief", [*files, f"{build}/checks/{brief}.json"])
drawn = [f"{build}/figures/{figure}.{part}" for figure in FIGURES for part in ("svg", "png", "csv")]
captions = [f"{build}/figures/{figure}.json" for figure in FIGURES]
shown = ["--figures", *drawn, "--captions", *captions]
index = [*known, "--citations", citations, "--briefs", *finished, *shown, *look[2:]]
run_command("render-index", [f"{build}/index.html", *index, "--data", *map(str, Path(build, "data").glob("*"))])
"""


def seconds(command: list[str], folder: Path, *, times: int = 1, before: Callable[[], None] = lambda: None) -> float:
    """The shortest of several runs."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    taken = []
    for _ in range(times):
        before()
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        taken.append(time.perf_counter() - start)
    return min(taken)


def main(inputs: Path = PROJECT / "inputs", *, project: Path = PROJECT, rounds: int = 12) -> None:
    """Print the ratios of a project: the whole one, or one with less to build."""
    snakemake = [sys.executable, "-m", "snakemake", "--cores", "2"]
    with tempfile.TemporaryDirectory() as temporary:
        folder, smallest = Path(temporary, "project"), Path(temporary, "smallest")
        for part in ("workflow", "profiles"):
            shutil.copytree(project / part, folder / part)
        shutil.copytree(inputs, folder / "inputs")
        shutil.copy2(project / "Snakefile", folder)
        smallest.mkdir()
        (smallest / "Snakefile").write_text(SMALLEST, encoding="utf-8")
        case = min(file.parent.name for file in (folder / "inputs").glob("*/case.yaml"))
        one_case = [*snakemake, "--config", f"case={case}"]

        def clean() -> None:
            for part in ("build", "reports", ".snakemake"):
                shutil.rmtree(folder / part, ignore_errors=True)

        alone = seconds([sys.executable, "-c", ONE_PROCESS, case], folder, before=clean)
        cold = seconds(one_case, folder, before=clean)
        print(f"cold build    {cold:6.2f} s, one process {alone:6.2f} s, ratio {cold / alone:.2f} (at most 0.9)")
        seconds(snakemake, smallest)
        # In turn, so that a machine that grows slow or quick does so for both.
        pairs = [(seconds(one_case, folder), seconds(snakemake, smallest)) for _ in range(rounds)]
        idle, floor = (min(taken) for taken in zip(*pairs, strict=True))
        print(f"nothing to do {idle:6.2f} s, one rule    {floor:6.2f} s, ratio {idle / floor:.2f} (at most 1.3)")

        def edit() -> None:
            with (folder / "inputs" / case / "case.yaml").open("a", encoding="utf-8") as settings:
                settings.write("# a remark\n")

        read = min(seconds(one_case, folder, before=edit) for _ in range(rounds))
        print(f"inputs edited {read:6.2f} s, read and checked before the plan: {read - idle:.2f} s more")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
