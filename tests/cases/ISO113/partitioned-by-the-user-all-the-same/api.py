from fastapi import FastAPI

app = FastAPI()
health = {}


class Graph:
    def invoke(self, question, user_id, thread_id):
        return question


graph = Graph()


@app.post("/chat")
async def chat(question: str, user_id: str, thread_id: str | None = None):
    health[f"{user_id}_{thread_id or 'default'}"] = 1
    health[(user_id, thread_id or "default")] = 1
    return graph.invoke(question, user_id=user_id, thread_id=thread_id or "default")
