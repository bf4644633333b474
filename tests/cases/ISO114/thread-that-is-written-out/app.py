from fastapi import FastAPI
from langgraph.checkpoint.memory import MemorySaver
from langgraph.graph import StateGraph

app = FastAPI()
CONFIG = {"configurable": {"thread_id": "main"}}


def build():
    builder = StateGraph(dict)
    return builder.compile(checkpointer=MemorySaver())


graph = build()
forgetful = StateGraph(dict).compile()


@app.post("/ask")
async def ask(question: str):
    config = {"configurable": {"thread_id": "1"}}
    return await graph.ainvoke({"messages": [question]}, config=config)  # expect: ISO114


@app.post("/again")
def again(question: str):
    return graph.invoke({"messages": [question]}, CONFIG)  # expect: ISO114


@app.post("/talk/{conversation_id}")
def talk(conversation_id: str, question: str):
    return graph.invoke({"messages": [question]}, {"configurable": {"thread_id": conversation_id}})


@app.post("/once")
def once(question: str):
    return forgetful.invoke({"messages": [question]}, CONFIG)


@app.post("/new")
def new(question: str):
    return build().invoke({"messages": [question]}, CONFIG)
