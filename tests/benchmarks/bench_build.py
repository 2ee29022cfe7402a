"""What the workflow costs beyond the work itself. By hand: `./bootstrap python tests/benchmarks/bench_build.py`

Cold build: every brief by Snakemake on two cores, against the same commands called one after the other in one Python
process (at most 1.2 times as long). Nothing to do: against a Snakefile of one rule (at most 1.3 times as long).
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
from peacebrief.cli import run_command
from peacebrief.figures.registry import FIGURES
from peacebrief.inputs.digest import stage_digest
from peacebrief.inputs.option_ids import PER_OPTION, option_ids
from peacebrief.typefaces import WEB_FACES

case = sys.argv[1]
build, reports = f"build/{case}", f"reports/{case}"
stages = {"sizing": "size-force", "logistics": "plan-logistics"}
evidence, facts = f"{build}/inputs/evidence.json", f"{build}/facts.json"
records = [f"{build}/{stage}.json" for stage in stages]
known = ["--facts", facts, "--evidence", evidence, "--stages", *records]
pictures = [f"{build}/figures/{figure}.svg" for figure in FIGURES]
pages = [page.name.removesuffix(".html.jinja") for page in Path("workflow/templates/brief").glob("*.html.jinja")]
options = [f"{PER_OPTION}_{option}" for option in option_ids(Path("inputs"), case)]
briefs = [page for page in pages if page != PER_OPTION] + options
run_command("check-inputs", ["inputs", case, evidence])
for stage, command in stages.items():
    digest = stage_digest(Path("inputs"), case, stage)[:12]
    resolved = f"{build}/inputs/{stage}-{digest}.json"
    run_command("resolve-stage", ["inputs", case, stage, digest, resolved])
    run_command(command, [resolved, f"{build}/{stage}.json"])
run_command("collect-facts", [evidence, *records, "--facts", facts])
run_command("draw-figures", [*pictures, *known])
faces = [f"build/faces/{face.name}.woff2" for face in WEB_FACES]
run_command("subset-faces", [*faces, "--fonts", "workflow/templates/fonts"])
run_command("package-data", [*known, "--folder", f"{build}/data"])
for brief in briefs:
    files = [f"{build}/briefs/{brief}.html", f"{build}/briefs/{brief}.pdf"]
    look = ["--figures", f"{build}/figures", "--faces", "build/faces", "--templates", "workflow/templates"]
    run_command("render-brief", [*files, *known, *look])
    run_command("publish-brief", [*files, "--folder", reports])
published = [f"{reports}/{brief}.{form}" for brief in briefs for form in ("html", "pdf")]
data = [str(file) for file in Path(build, "data").glob("*")]
run_command("publish-data", [reports, "--data", *data, "--figures", *pictures, "--briefs", *published])
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


def main() -> None:
    """Print the two ratios."""
    snakemake = [sys.executable, "-m", "snakemake", "--cores", "2"]
    with tempfile.TemporaryDirectory() as temporary:
        folder, smallest = Path(temporary, "project"), Path(temporary, "smallest")
        for part in ("inputs", "workflow", "profiles"):
            shutil.copytree(PROJECT / part, folder / part)
        shutil.copy2(PROJECT / "Snakefile", folder)
        smallest.mkdir()
        (smallest / "Snakefile").write_text(SMALLEST, encoding="utf-8")
        case = min(file.parent.name for file in (folder / "inputs").glob("*/case.yaml"))

        def clean() -> None:
            for part in ("build", "reports", ".snakemake"):
                shutil.rmtree(folder / part, ignore_errors=True)

        alone = seconds([sys.executable, "-c", ONE_PROCESS, case], folder, before=clean)
        cold = seconds([*snakemake, "--config", f"case={case}"], folder, before=clean)
        print(f"cold build    {cold:6.2f} s, one process {alone:6.2f} s, ratio {cold / alone:.2f} (at most 1.2)")
        idle = seconds([*snakemake, "--config", f"case={case}"], folder, times=5)
        seconds(snakemake, smallest)
        floor = seconds(snakemake, smallest, times=5)
        print(f"nothing to do {idle:6.2f} s, one rule    {floor:6.2f} s, ratio {idle / floor:.2f} (at most 1.3)")


if __name__ == "__main__":
    main()
