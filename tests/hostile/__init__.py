"""Text that would act, hide or break something if it were taken for more than text, and inputs full of it."""
