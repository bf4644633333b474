"""A desk for drafts."""
