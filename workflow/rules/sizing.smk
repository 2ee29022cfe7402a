# How many troops each role needs.
#
# needs: build/<case>/inputs/sizing-<digest>.json
# gives: build/<case>/sizing.json


rule size_force:
    """How many troops each role needs."""
    input:
        resolved=sizing_inputs,
        code=made_of("size_force", "peacebrief.commands.model.size_force"),
    output:
        "build/{case}/sizing.json",
    log:
        "build/{case}/logs/size_force.log",
    benchmark:
        "build/{case}/benchmarks/size_force.tsv"
    shell:
        "python -m peacebrief size-force {input.resolved:q} {output:q} 2> {log:q}"
