from tooling.registry import get_registry as all_tools


def search(words):
    return all_tools().get_tool("search").run(words)  # expect: ISO101
