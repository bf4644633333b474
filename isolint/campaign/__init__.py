"""Fixing a tree: choosing, proving, writing, area by area, and how far it is."""
