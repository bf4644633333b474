from engines import UserEmitter, UserExecutionEngine
from fastapi import FastAPI

app = FastAPI()


@app.get("/run")
def run(user_id: str):
    engine = UserExecutionEngine(user_id)  # expect: ISO404
    return engine.run()


@app.get("/tell")
def tell(user_id: str):
    emitter = UserEmitter(user_id)  # expect: ISO404
    emitter.send("done")


@app.get("/tell-last")
def tell_last(user_id: str):
    emitter = UserEmitter(user_id)  # expect: ISO404
