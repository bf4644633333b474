"""What the routes call."""
