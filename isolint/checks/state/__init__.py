"""Questions about state that outlives its request."""
