import argparse
import os


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile")
    options = parser.parse_args()
    os.environ["PROFILE"] = options.profile


if __name__ == "__main__":
    main()
