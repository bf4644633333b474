from cat import Cat
from fastapi import FastAPI
from routes import router

app = FastAPI()
app.state.cat = Cat()
app.include_router(router)
