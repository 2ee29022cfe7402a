"""Policy briefs from inputs: `snakemake --cores 4` builds every brief of every case.

One case:   snakemake --cores 4 --config case=NAME
One brief:  snakemake --cores 4 reports/NAME/summary.pdf    (to look at: an edition is published whole)
"""

import sys
from pathlib import Path

from snakemake.utils import min_version

min_version("9.20")

# The package beside this file is the one whose files the rules list, whatever else is installed.
PACKAGES = Path(workflow.basedir) / "workflow"
sys.path.insert(0, str(PACKAGES))


include: "workflow/rules/running.smk"
include: "workflow/rules/recipes.smk"
include: "workflow/rules/cases.smk"
include: "workflow/rules/templates.smk"
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
include: "workflow/rules/records.smk"
include: "workflow/rules/ending.smk"


rule all:
    """Every brief of the selected cases, published with the data behind it and the pages that lead to it."""
    default_target: True
    input:
        expand("build/{case}/published.json", case=SELECTED),
        OVERVIEW,
