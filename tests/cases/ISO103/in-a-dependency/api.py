from typing import Annotated

from fastapi import Depends, FastAPI, Header

app = FastAPI()
seen = []
agents = []


def searched(q: str):
    seen.append(q)  # expect: ISO103
    return seen[-3:]


def agent(user_agent: Annotated[str, Header()]):
    agents.append(user_agent)  # expect: ISO103


@app.get("/search", dependencies=[Depends(agent)])
def search(last: Annotated[list, Depends(searched)]):
    return {"searched": last, "with": agents}
