from fastapi import FastAPI, Request
from langgraph.graph import StateGraph

app = FastAPI()
wishes = {}
orders = {}
texts = {}
lists = {}
seen = {}


def wish(state: dict):
    wishes[state["user_id"]] = state["wish"]
    user = state.get("user_id")
    orders[user] = state["wish"]
    texts[f"wish-{state['tenant_id']}"] = state["wish"]
    lists.setdefault(str(state["session_id"]), []).append(state["wish"])
    seen["last"] = state["wish"]  # expect: ISO103
    return [wishes, orders, texts, lists, seen]


builder = StateGraph(dict)
builder.add_node("wish", wish)


@app.post("/wish")
async def asked(request: Request):
    body = await request.json()
    wishes[body["user_id"]] = body["wish"]
    return wishes
