from fastapi import FastAPI, Request

app = FastAPI()
app.state.last = None


@app.post("/login")
def login(name: str, request: Request):
    app.state.user = name  # expect: ISO106
    request.app.state.last = name  # expect: ISO106
    return "welcome"


@app.get("/me")
def me(request: Request):
    return request.app.state.user, app.state.last
