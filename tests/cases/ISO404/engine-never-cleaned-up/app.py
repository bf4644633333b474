from engines import UserEmitter, UserExecutionEngine, create_engine
from fastapi import FastAPI

app = FastAPI()


@app.get("/run")
async def run(user_id: str):
    engine = UserExecutionEngine(user_id)  # expect: ISO404
    return await engine.run()


@app.get("/run-made-elsewhere")
async def run_made_elsewhere(user_id: str):
    await create_engine(user_id).run()  # expect: ISO404


@app.get("/watch")
async def watch(user_id: str, socket: str):
    emitter = UserEmitter(user_id, socket)  # expect: ISO404
    emitter.start()


@app.get("/nothing-watched")
async def nothing_watched(user_id: str, socket: str):
    UserEmitter(user_id, socket)
