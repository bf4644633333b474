"""Questions about what a test leaves behind for the next one."""
