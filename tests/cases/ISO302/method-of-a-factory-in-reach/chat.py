from __future__ import annotations

import realtime
from fastapi import Depends, FastAPI
from realtime import ConnectionManager, ConnectionManagerFactory, UserExecutionContext

app = FastAPI()


@app.post("/given")
def given(user_id: str, managers: ConnectionManagerFactory = Depends()):
    user_context = UserExecutionContext(user_id)
    return [ConnectionManager(), user_context]  # expect: ISO302


@app.post("/made")
def made(user_id: str):
    with open(user_id), realtime.UserExecutionContext(user_id) as user_context:
        return ConnectionManager(  # expect: ISO302
            # of nobody
        ), user_context
