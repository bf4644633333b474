from fastapi import FastAPI, Request
from manager import manager

app = FastAPI()


@app.get("/report")
def report(request: Request, format: str):
    manager.locale = request.headers["Accept-Language"]  # expect: ISO106
    setattr(manager, "format", format)  # expect: ISO106
    vars(manager)["path"] = request.url.path  # expect: ISO106
    manager.__dict__["query"] = request.url.query  # expect: ISO106
    return manager.render()
