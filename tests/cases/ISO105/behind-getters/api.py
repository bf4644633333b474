from typing import Annotated

from agents import Planner, get_agent, get_critic, get_planner
from fastapi import Depends, FastAPI

app = FastAPI()


@app.post("/run")
def run(task: str, planner: Annotated[Planner, Depends(get_planner)]):
    return get_agent().run(task), planner.plan(task), get_critic().judge(task)
