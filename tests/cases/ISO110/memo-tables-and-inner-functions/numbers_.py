def factorial(n, memo={}, _seen=set()):
    _seen.add(n)
    if n not in memo:
        memo[n] = n * factorial(n - 1) if n else 1
    return memo[n]


def walk(tree):
    def visit(node, path=[]):
        path.append(node)
        for child in node.children:
            visit(child)
        return path

    return visit(tree)
