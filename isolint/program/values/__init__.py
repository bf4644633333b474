"""What names and expressions of a program can be."""
