from contextvars import ContextVar

from sanic import Blueprint, Request, Sanic, text

app = Sanic("shop")
orders = Blueprint("orders", url_prefix="/orders")
current = ContextVar("current")
address = ContextVar("address")
tenant = ContextVar("tenant", default=None)
coupon = ContextVar("coupon", default=None)


@app.on_request
async def attach(request: Request):
    current.set(request)
    if "coupon" in request.args:
        coupon.set(request.args["coupon"])  # expect: ISO402


@app.on_request(priority=2)
async def locate(request: Request):
    address.set(request.ip)


@orders.get("/")
async def listed(request: Request):
    tenant.set(request.headers.get("x-tenant"))  # expect: ISO402
    return text(f"{current.get().path} {address.get()} {tenant.get()} {coupon.get()}")
