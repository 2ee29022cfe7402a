"""What travels with the briefs: the data as plain files, and the checksums of an edition."""
