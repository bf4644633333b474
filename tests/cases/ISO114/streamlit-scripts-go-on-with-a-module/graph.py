from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, MessagesState, StateGraph


def build():
    builder = StateGraph(MessagesState)
    builder.add_node("agent", lambda state: state)
    builder.add_edge(START, "agent")
    return builder


app = build().compile(checkpointer=InMemorySaver())
