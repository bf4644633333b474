"""Questions about sets of events that tests assert."""
