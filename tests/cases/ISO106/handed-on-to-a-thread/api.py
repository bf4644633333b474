import asyncio
from functools import partial

from fastapi import FastAPI
from printer import Printer

app = FastAPI()
printer = Printer()


@app.post("/print")
async def print_page(text: str):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, partial(printer.load, text))
    await asyncio.to_thread(printer.feed, text)
    return printer.page, printer.paper
