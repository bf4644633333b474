from fastapi import FastAPI
from graph import graph
from kitchen import cook
from orders import agent

app = FastAPI()


@app.post("/order")
async def order(wish: str):
    return (await agent.ainvoke({"messages": [("user", wish)]}))["messages"][-1]


@app.post("/cook")
async def cooked(wish: str):
    return (await cook.run(wish)).output


@app.post("/menu")
async def menu(wish: str):
    return await graph.ainvoke({"wish": wish})
