from langchain_core.runnables import RunnableLambda
from langgraph.graph import StateGraph

seen = []
told = []
ways = []


def choose(state: dict):
    seen.append(state["wish"])  # expect: ISO103
    return {"menu": seen}


def tell(state: dict):
    told.append(state["menu"])  # expect: ISO103
    return {"told": told}


def onward(state: dict):
    ways.append(state["wish"])  # expect: ISO103
    return ways[-1]


def count(text):
    return {"length": len(text)}


builder = StateGraph(dict)
builder.add_node("choose", choose)
builder.add_node(tell)
builder.add_conditional_edges("choose", onward)
graph = builder.compile() | RunnableLambda(count)
