from fastapi import FastAPI, Request
from fastapi.templating import Jinja2Templates

app = FastAPI()
templates = Jinja2Templates(directory="templates")
templates.env.globals["shop"] = "Corner"


@app.get("/")
def home(request: Request):
    templates.env.globals["user"] = request.session.get("user")  # expect: ISO103
    return templates.TemplateResponse(request, "home.html")


@app.get("/cart")
def cart(request: Request):
    return templates.TemplateResponse(request, "cart.html", {"user": request.session.get("user")})


@app.get("/preview/{theme}")
def preview(request: Request, theme: str):
    own = Jinja2Templates(directory=f"themes/{theme}")
    own.env.globals["user"] = request.session.get("user")
    return own.TemplateResponse(request, "home.html")
