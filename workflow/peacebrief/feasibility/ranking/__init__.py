"""The options ranked: what criteria are measured by, scores, weights, SMAA, and rules that do not compensate."""
