"""The static model of suites."""
