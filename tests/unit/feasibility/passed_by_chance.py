"""Gates that chance alone decides, for tests of what is done with any gates."""

from peacebrief.feasibility.gates.option_gates import event_passes


def judged_gates(chances):
    """The rule of gates passed by chance: gate -> (quantity that holds its probability, its stream of chance)."""

    def passes(values, uniforms, _, gates):
        return {
            gate: event_passes(uniforms=uniforms[event], probability=values[chance])
            for gate, (chance, event) in chances.items()
            if gate in gates
        }

    return passes
