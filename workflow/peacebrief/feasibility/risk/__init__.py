"""Risks: the register, what its draws say of each option, and the facts and tables written from them."""
