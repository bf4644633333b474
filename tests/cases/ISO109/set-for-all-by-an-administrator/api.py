import huggingface_hub
from fastapi import Depends, FastAPI

app = FastAPI()


def administrator():
    return "admin"


@app.post("/token")
def token(value: str, current_admin: str = Depends(administrator)):
    huggingface_hub.login(token=value)
    return "kept"


@app.post("/models")
def models(value: str):
    huggingface_hub.login(token=value)  # expect: ISO109
    return huggingface_hub.whoami()
