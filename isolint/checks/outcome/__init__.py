"""Questions about errors and failures that nobody learns of."""
