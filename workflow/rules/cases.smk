# Which cases there are, which were asked for, and what each is made of.
#
# needs: inputs/<case>/case.yaml, one folder a case
# gives: CASES, SELECTED (all of them, or the one of `--config case=NAME`), STAGE_RECORDS, input_files, sizing_inputs,
#        generation_inputs, logistics_inputs, feasibility_inputs

from peacebrief.inputs.digest import stage_digest

DIGITS = 12
# What the stages of the model hand on, in the order of the reasoning.
STAGE_RECORDS = [
    "build/{case}/sizing.json",
    "build/{case}/generation.json",
    "build/{case}/logistics.json",
    "build/{case}/feasibility.json",
]
CASES = sorted(file.parent.name for file in Path("inputs").glob("*/case.yaml"))
SELECTED = [config["case"]] if "case" in config else CASES

if not CASES:
    raise SystemExit("ERROR inputs: no folder holds a case.yaml; restore it from an earlier version.")
# A target names its case by its folder; Snakemake knows its targets only once this file is read.
TARGETS = [Path(word).parts for word in sys.argv[1:]]
ASKED = [*SELECTED, *(parts[1] for parts in TARGETS if len(parts) > 2 and parts[0] in {"build", "reports"})]
UNKNOWN = [case for case in ASKED if case not in CASES]
if UNKNOWN:
    raise SystemExit(f"ERROR no case is called {UNKNOWN[0]}; the cases are {', '.join(CASES)}.")


wildcard_constraints:
    case="|".join(CASES) or "none",
    digest="[0-9a-z]+",


def input_files(wildcards):
    """Every input of a case; records of published editions are no inputs.

    What is gone or no file is left out: the list is then another one, so that the inputs are checked and the loss named.
    """
    folders = [Path("inputs") / wildcards.case, Path("inputs/reference")]
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix in {".csv", ".yaml"}]
    files = [file for file in files if "editions" not in file.parts] + [Path("inputs/sources.bib")]
    return [str(file) for file in files if file.is_file()]


def sizing_inputs(wildcards):
    """What sizing reads."""
    return stage_inputs(wildcards.case, "sizing")


def generation_inputs(wildcards):
    """What generation reads."""
    return stage_inputs(wildcards.case, "generation")


def logistics_inputs(wildcards):
    """What logistics reads."""
    return stage_inputs(wildcards.case, "logistics")


def feasibility_inputs(wildcards):
    """What feasibility reads of the inputs."""
    return stage_inputs(wildcards.case, "feasibility")


def stage_inputs(case, stage):
    """What a stage reads: a file named after a digest of the cells behind it."""
    digest = stage_digest(Path("inputs"), case, stage).partition(":")[0]
    return f"build/{case}/inputs/{stage}-{digest[:DIGITS]}.json"
