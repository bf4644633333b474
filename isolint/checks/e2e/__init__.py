"""Questions about end-to-end and other real tests."""
