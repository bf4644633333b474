"""`python -m isolint`."""

from isolint.cli import script

if __name__ == "__main__":
    script()
