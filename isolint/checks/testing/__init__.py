"""Questions about suites of tests."""
