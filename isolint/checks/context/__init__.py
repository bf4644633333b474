"""Questions about whose work something is."""
