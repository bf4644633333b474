"""The application: `uvicorn desk.app:app`."""

from fastapi import FastAPI

from desk.api import routes

app = FastAPI(title="desk")
app.include_router(routes.router)
