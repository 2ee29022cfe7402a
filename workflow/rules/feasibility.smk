# Whether each option would work: gates, scores, risks, how long peace and force last, and the verdict.
#
# needs: build/<case>/inputs/feasibility-<digest>.json and generation-<digest>.json, the records of generation and
#        logistics
# gives: build/<case>/feasibility.json


rule judge_feasibility:
    """Whether each option would work, and what would have to be true."""
    input:
        resolved=feasibility_inputs,
        generation_inputs=generation_inputs,
        generation="build/{case}/generation.json",
        logistics="build/{case}/logistics.json",
        code=made_of("judge_feasibility", "peacebrief.commands.model.judge_feasibility"),
    output:
        "build/{case}/feasibility.json",
    log:
        "build/{case}/logs/judge_feasibility.log",
    benchmark:
        "build/{case}/benchmarks/judge_feasibility.tsv"
    shell:
        "python -m peacebrief judge-feasibility {input.resolved:q} {input.generation_inputs:q} {input.generation:q}"
        " {input.logistics:q} {output:q} 2> {log:q}"
