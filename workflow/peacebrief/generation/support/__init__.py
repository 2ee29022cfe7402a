"""Public support for sending own troops: which polls may be compared, and net support pooled over them."""
