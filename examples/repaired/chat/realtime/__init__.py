"""Open connections to the users' browsers."""
