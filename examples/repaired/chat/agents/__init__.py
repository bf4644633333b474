"""The assistant and its kin."""
