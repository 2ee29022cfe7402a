# The inputs of a case, checked.
#
# needs: inputs/<case>/, inputs/reference/, inputs/sources.bib
# gives: build/<case>/inputs/evidence.json              what figures and briefs print
#        build/<case>/inputs/sizing-<digest>.json       what sizing reads
#        build/<case>/inputs/generation-<digest>.json   what generation reads
#        build/<case>/inputs/logistics-<digest>.json    what logistics reads
#        build/<case>/inputs/feasibility-<digest>.json  what feasibility reads
#
# A stage must not re-run because a note was edited. What it reads therefore lies in a file that is named after a digest
# of the cells that count, and is written when a file of that name is missing: the inputs themselves are ancient.


rule check_inputs:
    """Check every input of a case and write what figures and briefs print."""
    input:
        files=input_files,
        code=source_files("peacebrief.cli", "peacebrief.commands.check_inputs"),
    output:
        "build/{case}/inputs/evidence.json",
    log:
        "build/{case}/logs/check_inputs.log",
    benchmark:
        "build/{case}/benchmarks/check_inputs.tsv"
    shell:
        "python -m peacebrief check-inputs inputs {wildcards.case:q} {output:q} 2> {log:q}"


rule resolve_sizing:
    """Check every input of a case and write what sizing reads."""
    input:
        files=ancient(input_files),
        code=source_files("peacebrief.cli", "peacebrief.commands.resolve_stage"),
    output:
        "build/{case}/inputs/sizing-{digest}.json",
    log:
        "build/{case}/logs/resolve_sizing-{digest}.log",
    benchmark:
        "build/{case}/benchmarks/resolve_sizing-{digest}.tsv"
    shell:
        "python -m peacebrief resolve-stage inputs {wildcards.case:q} sizing {wildcards.digest:q} {output:q} 2> {log:q}"


rule resolve_generation:
    """Check every input of a case and write what generation reads."""
    input:
        files=ancient(input_files),
        code=source_files("peacebrief.cli", "peacebrief.commands.resolve_stage"),
    output:
        "build/{case}/inputs/generation-{digest}.json",
    log:
        "build/{case}/logs/resolve_generation-{digest}.log",
    benchmark:
        "build/{case}/benchmarks/resolve_generation-{digest}.tsv"
    shell:
        "python -m peacebrief resolve-stage inputs {wildcards.case:q} generation {wildcards.digest:q} {output:q} 2> {log:q}"


rule resolve_logistics:
    """Check every input of a case and write what logistics reads."""
    input:
        files=ancient(input_files),
        code=source_files("peacebrief.cli", "peacebrief.commands.resolve_stage"),
    output:
        "build/{case}/inputs/logistics-{digest}.json",
    log:
        "build/{case}/logs/resolve_logistics-{digest}.log",
    benchmark:
        "build/{case}/benchmarks/resolve_logistics-{digest}.tsv"
    shell:
        "python -m peacebrief resolve-stage inputs {wildcards.case:q} logistics {wildcards.digest:q} {output:q} 2> {log:q}"


rule resolve_feasibility:
    """Check every input of a case and write what feasibility reads."""
    input:
        files=ancient(input_files),
        code=source_files("peacebrief.cli", "peacebrief.commands.resolve_stage"),
    output:
        "build/{case}/inputs/feasibility-{digest}.json",
    log:
        "build/{case}/logs/resolve_feasibility-{digest}.log",
    benchmark:
        "build/{case}/benchmarks/resolve_feasibility-{digest}.tsv"
    shell:
        "python -m peacebrief resolve-stage inputs {wildcards.case:q} feasibility {wildcards.digest:q} {output:q} 2> {log:q}"
