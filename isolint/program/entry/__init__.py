"""Where requests enter, and who runs what."""
