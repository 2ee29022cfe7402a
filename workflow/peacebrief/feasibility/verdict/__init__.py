"""The verdict on every option by the fixed rule, what would close its gates, and the sizes of force that pass."""
