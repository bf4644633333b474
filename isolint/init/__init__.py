"""Init: the vocabulary that a project could give itself, read off its code."""
