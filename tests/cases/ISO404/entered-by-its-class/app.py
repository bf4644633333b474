from engines import UserExecutionEngine, create_engine
from fastapi import FastAPI

app = FastAPI()


@app.get("/run")
async def run(user_id: str):
    engine = UserExecutionEngine(user_id)  # expect: ISO404
    return await engine.run()


@app.get("/run-made-elsewhere")
async def run_made_elsewhere(user_id: str):
    if user_id:
        engine = await create_engine(user_id)  # expect: ISO404
        await engine.run()


@app.get("/run-opened-by-hand")
async def run_opened_by_hand(user_id: str):
    engine = UserExecutionEngine(user_id)  # expect: ISO404
    await engine.open()
    return await engine.run()
