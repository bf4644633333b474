import aiohttp
import requests
from aiohttp import web

session = requests.Session()
forgetful = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
LOGIN = "https://campus.example/login"


async def grades(request):
    form = await request.post()
    session.cookies.clear()
    session.post(LOGIN, data={"username": form["username"], "password": form["password"]})
    return web.Response(text=session.get("https://campus.example/grades").text)


async def marks(request):
    form = await request.post()
    answer = await forgetful.post(LOGIN, data={"username": form["username"], "password": form["password"]})
    return web.Response(text=await answer.text())


async def token(request):
    form = await request.post()
    asked = {"grant_type": "password", "username": form["username"], "password": form["password"]}
    return web.json_response(session.post(LOGIN, data=asked).json())


app = web.Application()
app.router.add_post("/grades", grades)
app.router.add_post("/marks", marks)
app.router.add_post("/token", token)
