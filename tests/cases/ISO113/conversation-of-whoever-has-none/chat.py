from fastapi import FastAPI

app = FastAPI()


class Graph:
    def invoke(self, question, config):
        return question


graph = Graph()


@app.post("/chat")
async def chat(question: str, session_id: str = "default"):
    config = {"configurable": {"thread_id": session_id}}
    return graph.invoke(question, config)  # expect: ISO113


@app.post("/talk")
async def talk(question: str, payload: dict):
    return graph.invoke(question, thread_id=payload.get("thread_id", "default"))  # expect: ISO113
