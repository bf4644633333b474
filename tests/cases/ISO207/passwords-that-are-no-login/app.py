import httpx
from fastapi import FastAPI

app = FastAPI()
client = httpx.AsyncClient(base_url="https://auth.example")


@app.post("/verify")
async def verify(plain: str, hashed: str):
    answer = await client.post("/verify-password", json={"password": plain, "hashed_password": hashed})
    await client.post("/log", json={"verified": True})
    return answer.json()


@app.post("/login")
async def login(email: str, password: str):
    answer = await client.post("/login", json={"email": email, "password": password})
    headers = {"Authorization": answer.json()["token"]}
    return (await client.get("/me", headers=headers)).json()
