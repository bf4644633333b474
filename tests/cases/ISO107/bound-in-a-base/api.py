from aiohttp import web
from forms import Signup


class Register(web.View):
    async def post(self):
        form = Signup()
        form.check(await self.request.post())
        return web.json_response(form.errors)


app = web.Application()
app.router.add_view("/register", Register)
