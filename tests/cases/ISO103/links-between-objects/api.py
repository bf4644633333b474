from fastapi import FastAPI
from tree import Node

app = FastAPI()
kinds = {"folder": Node, "file": Node}


@app.post("/tree")
def tree(names: list[str]):
    root = Node("root")
    for name in names:
        root.add(Node(name))
    children = {}
    children["root"] = root
    return len(root.children), kinds
