# Which cases there are, which were asked for, and what each is made of.
#
# needs: inputs/<case>/case.yaml, one folder a case; inputs/reference/, inputs/sources.bib
# gives: CASES, SELECTED (all of them, or the one of `--config case=NAME`), STAGE_RECORDS, OPTIONS, evidence, sizing_inputs,
#        generation_inputs, logistics_inputs, feasibility_inputs
#
# The inputs are read and checked here, by the reader that the stages use, so that what is wrong is said before anything
# runs. What a stage reads lies in a file that is named after a digest of the very values.

from peacebrief.inputs.handing_on.planning import planned

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
WORDS = [Path(os.path.relpath(word)).parts for word in sys.argv[1:] if word]
TARGETS = [parts for parts in WORDS if parts[:1] in {("build",), ("reports",)}]
APART = {"faces", "overview", "made_of"}
AIMED = sorted({parts[1] for parts in TARGETS if len(parts) > 2} - APART)
UNKNOWN = [case for case in [*SELECTED, *AIMED] if case not in CASES]
if UNKNOWN:
    raise SystemExit(f"ERROR no case is called {UNKNOWN[0]}; the cases are {', '.join(CASES)}.")


wildcard_constraints:
    case="|".join(CASES) or "none",
    digest="[0-9a-f]{12}",


# Of all cases: whether a source is cited at all, the check asks them all.
INPUT_FILES = [
    file.as_posix()
    for file in sorted(Path("inputs").rglob("*"))
    if file.suffix in {".csv", ".yaml"} or file.name == "sources.bib"
]


def plan(case):
    """The digests of what is read of the inputs of a case, and its options; of bad inputs the run says what is wrong."""
    of = [*INPUT_FILES, *source_list("peacebrief.inputs.handing_on.planning"), str(ENVIRONMENT)]
    try:
        return CONTENTS.remembered(f"inputs of {case}", of=of, make=lambda: planned(Path("inputs"), case))
    except AnalystError as error:
        stop(error)


PLANS = {case: plan(case) for case in sorted({*SELECTED, *AIMED})}
OPTIONS = {case: found["options"] for case, found in PLANS.items()}
CURRENT.update(f"build/{case}/inputs/{name}" for case, found in PLANS.items() for name in found["files"].values())


def part(case, name):
    """The file of what is read of the inputs of a case under a name."""
    return f"build/{case}/inputs/{PLANS[case]['files'][name]}"


def evidence(wildcards):
    """What figures and briefs print of the inputs."""
    return part(wildcards.case, "evidence")


def sizing_inputs(wildcards):
    """What sizing reads of the inputs."""
    return part(wildcards.case, "sizing")


def generation_inputs(wildcards):
    """What generation reads of the inputs."""
    return part(wildcards.case, "generation")


def logistics_inputs(wildcards):
    """What logistics reads of the inputs."""
    return part(wildcards.case, "logistics")


def feasibility_inputs(wildcards):
    """What feasibility reads of the inputs."""
    return part(wildcards.case, "feasibility")
