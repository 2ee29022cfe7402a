"""What rendering costs beyond the renderer's own work. By hand: `./bootstrap python tests/benchmarks/bench_briefs.py`

Every brief of a case, in both formats, by `render-brief`, against the renderer's own command line on the same HTML, one
process after the other (at most 1.3 times as long; on a busy machine processor time is the fairer count). Then other
words in the template of each page, through Snakemake on two cores: that brief alone, and the whole edition (under 6 s).

Uses what is built of a case: `bench_briefs.py [CASE]`, by default the first.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[2]
STAGES = ("sizing", "generation", "logistics", "feasibility")
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
MOST_RATIO, MOST_SECONDS = 1.3, 6


def cost(command: list[str], **settings: object) -> tuple[float, float]:
    """Seconds by the clock and of the processor, children of the command included."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, text=True, **settings)  # type: ignore[call-overload]
    clock, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def workflow(build: Path) -> Path:
    """The code and the templates of the project that a case was built in."""
    return build.parents[1] / "workflow"


def sources(build: Path, brief: str) -> list[str]:
    """The arguments that say what a brief is made from."""
    printed = sorted(build.glob("printed-*.json"))
    templates = workflow(build) / "templates"
    return [
        *("--facts", f"{build}/facts.json", "--evidence", str(next(build.glob("inputs/evidence-*.json")))),
        *("--citations", f"{build}/citations.json", "--figures", f"{build}/figures"),
        *("--stages", *(f"{build}/{stage}.json" for stage in STAGES), "--faces", f"{build.parent}/faces"),
        *("--templates", str(templates), "--printed", *(map(str, printed) if brief == "annex" else ())),
    ]


def ours(build: Path, brief: str, folder: Path) -> tuple[float, float]:
    """The cost of a brief in both formats."""
    files = [f"{folder}/{brief}.html", f"{folder}/{brief}.pdf"]
    command = [sys.executable, "-m", "peacebrief", "render-brief", *files, *sources(build, brief)]
    return cost(command, env=ENVIRONMENT | {"PYTHONPATH": str(workflow(build))})


def theirs(build: Path, brief: str, folder: Path) -> tuple[float, float]:
    """The cost of the same HTML on the renderer's own command line."""
    sheet, settings = folder / f"{brief}.sheet.html", ENVIRONMENT | {"PYTHONPATH": str(workflow(build))}
    with sheet.open("w", encoding="utf-8") as written:
        command = [sys.executable, "-m", "peacebrief", "write-pages", brief, f"{folder}/{brief}.web.html"]
        command += ["--sheet", str(written.fileno()), *sources(build, brief)]
        subprocess.run(command, check=True, env=settings, pass_fds=[written.fileno()], capture_output=True)
    templates = workflow(build) / "templates"
    fonts = {"FONTCONFIG_FILE": str(templates / "fonts/fontconfig.xml")}
    command = [sys.executable, "-m", "weasyprint", "--quiet", "--pdf-variant", "pdf/a-3a"]
    command += ["--base-url", f"{templates.as_uri()}/", str(sheet), f"{folder}/{brief}.theirs.pdf"]
    return cost(command, env=ENVIRONMENT | fonts)


def compare(build: Path) -> None:
    """Print the cost of every brief and the ratio for all of them."""
    sums = [0.0] * 4
    print(f"{'brief':<28}{'ours: clock, processor':>24}{'renderer alone':>20}{'ratio of processor':>21}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        for page in sorted((build / "briefs").glob("*.html")):
            found = [*ours(build, page.stem, Path(temporary)), *theirs(build, page.stem, Path(temporary))]
            sums = [one + other for one, other in zip(sums, found, strict=True)]
            tell(page.stem, found)
    tell("all", sums)
    print(f"ratio for all: clock {sums[0] / sums[2]:.2f}, processor {sums[1] / sums[3]:.2f} (at most {MOST_RATIO})")


def tell(brief: str, found: list[float]) -> None:
    """Print one row."""
    clock, processor, their_clock, their_processor = found
    ours_told, theirs_told = f"{clock:.2f} s, {processor:.2f} s", f"{their_clock:.2f} s, {their_processor:.2f} s"
    print(f"{brief:<28}{ours_told:>24}{theirs_told:>20}{processor / their_processor:>21.2f}", flush=True)


def copy_of_edition(folder: Path, project: Path, case: str) -> None:
    """A copy of a project with all that was built, in which the edition of one case is up to date."""
    for part in ("inputs", "workflow", "profiles", "build", "reports", ".snakemake"):
        if (project / part).exists():
            shutil.copytree(project / part, folder / part)
    shutil.copy2(project / "Snakefile", folder)
    snakemake(folder, case)


def snakemake(folder: Path, case: str, *targets: str) -> tuple[float, float]:
    """The cost of a run of the workflow."""
    command = [sys.executable, "-m", "snakemake", "--cores", "2", *targets, "--config", f"case={case}"]
    return cost(command, cwd=folder, env=ENVIRONMENT)


def change_words(project: Path, case: str) -> None:
    """Print how long other words in each page take to reach the reader."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "project")
        copy_of_edition(folder, project, case)
        idle = snakemake(folder, case)
        print(f"nothing to do: {idle[0]:.2f} s, processor {idle[1]:.2f} s", flush=True)
        for page in sorted((folder / "workflow/templates/brief").glob("*.html.jinja")):
            name = page.name.removesuffix(".html.jinja")
            briefs = sorted((folder / "reports" / case).glob(f"{name}*.pdf"))[:1]
            text = page.read_text(encoding="utf-8")
            times = []
            for round_, targets in enumerate([[f"reports/{case}/{brief.name}" for brief in briefs], []]):
                page.write_text(
                    text.replace("{% block body %}", f"{{% block body %}}\n<!-- {round_} -->"), encoding="utf-8"
                )
                times.append(snakemake(folder, case, *targets))
            told = ", ".join(f"{clock:.2f} s (processor {processor:.2f} s)" for clock, processor in times)
            print(
                f"other words in {name:<10} this brief, then the edition: {told} (under {MOST_SECONDS} s)", flush=True
            )


def main(case: str = "", *, project: Path = PROJECT) -> None:
    """Print the ratio and the times of a project in which the case is built."""
    case = case or min(file.parent.name for file in (project / "inputs").glob("*/case.yaml"))
    compare(project / "build" / case)
    change_words(project, case)


if __name__ == "__main__":
    main(*sys.argv[1:2])
