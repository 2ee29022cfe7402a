# The inputs of a case, checked.
#
# needs: inputs/<case>/, inputs/reference/, inputs/sources.bib
# gives: build/<case>/inputs/evidence-<digest>.json     what figures and briefs print
#        build/<case>/inputs/sizing-<digest>.json       what sizing reads
#        build/<case>/inputs/generation-<digest>.json   what generation reads
#        build/<case>/inputs/logistics-<digest>.json    what logistics reads
#        build/<case>/inputs/feasibility-<digest>.json  what feasibility reads
#
# Each is named after a digest of its content, which cases.smk takes of the same values before anything runs. A stage
# does not re-run because a note was edited or a table saved in another spelling; the job refuses inputs that no longer
# give that digest. The inputs are therefore no inputs of the rule: their dates would count.

from peacebrief.inputs.handing_on.planning import PARTS

for part_name in PARTS:

    rule:
        name:
            f"resolve_{part_name}"
        input:
            code=made_of("resolve_inputs", "peacebrief.commands.model.resolve_inputs"),
        output:
            f"build/{{case}}/inputs/{part_name}-{{digest}}.json",
        log:
            f"build/{{case}}/logs/resolve_{part_name}-{{digest}}.log",
        benchmark:
            f"build/{{case}}/benchmarks/resolve_{part_name}-{{digest}}.tsv"
        shell:
            "python -m peacebrief resolve-inputs inputs {wildcards.case:q} {output:q} 2> {log:q}"
