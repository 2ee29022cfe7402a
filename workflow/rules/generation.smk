# Who would send troops, how many they can keep deployed, and what is missing.
#
# needs: build/<case>/inputs/generation-<digest>.json
# gives: build/<case>/generation.json


rule generate_force:
    """Who would send troops, and how many they can keep deployed."""
    input:
        resolved=generation_inputs,
        code=made_of("generate_force", "peacebrief.commands.model.generate_force"),
    output:
        "build/{case}/generation.json",
    log:
        "build/{case}/logs/generate_force.log",
    benchmark:
        "build/{case}/benchmarks/generate_force.tsv"
    shell:
        "python -m peacebrief generate-force {input.resolved:q} {output:q} 2> {log:q}"
