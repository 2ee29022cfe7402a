"""Policy briefs from inputs: `snakemake --cores 4` builds every brief of every case.

One case:   snakemake --cores 4 --config case=NAME
One brief:  snakemake --cores 4 reports/NAME/summary.pdf
"""

import sys
from pathlib import Path

from snakemake.utils import min_version

min_version("9.20")

# The package beside this file is the one whose files the rules list, whatever else is installed.
PACKAGES = Path(workflow.basedir) / "workflow"
sys.path.insert(0, str(PACKAGES))

from peacebrief.source_files import source_files


include: "workflow/rules/cases.smk"
include: "workflow/rules/templates.smk"
include: "workflow/rules/running.smk"
include: "workflow/rules/typefaces.smk"
include: "workflow/rules/inputs.smk"
include: "workflow/rules/citations.smk"
include: "workflow/rules/sizing.smk"
include: "workflow/rules/generation.smk"
include: "workflow/rules/logistics.smk"
include: "workflow/rules/feasibility.smk"
include: "workflow/rules/facts.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/briefs.smk"
include: "workflow/rules/checks.smk"
include: "workflow/rules/publishing.smk"
include: "workflow/rules/index.smk"


rule all:
    """Every brief of the selected cases, with the data behind it and the pages that lead to it."""
    default_target: True
    input:
        [brief for case in SELECTED for brief in brief_files(case)],
        expand("reports/{case}/{file}", case=SELECTED, file=["index.html", "SHA256SUMS"]),
        OVERVIEW,
