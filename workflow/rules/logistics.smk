# What a force needs, whether it can be supplied and through where, how fast it gets there and what it costs.
#
# needs: build/<case>/inputs/logistics-<digest>.json
# gives: build/<case>/logistics.json


rule plan_logistics:
    """What a force needs and whether it can be had."""
    input:
        resolved=logistics_inputs,
        code=made_of("plan_logistics", "peacebrief.commands.model.plan_logistics"),
    output:
        "build/{case}/logistics.json",
    log:
        "build/{case}/logs/plan_logistics.log",
    benchmark:
        "build/{case}/benchmarks/plan_logistics.tsv"
    shell:
        "python -m peacebrief plan-logistics {input.resolved:q} {output:q} 2> {log:q}"
