"""Questions about tests of several users."""
