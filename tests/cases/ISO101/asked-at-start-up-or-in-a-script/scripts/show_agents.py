from registry import registry


def main():
    print(registry.get_agent("helper"))


main()
