import os
import subprocess
from contextvars import ContextVar

from mcp.server.fastmcp import FastMCP

from shop import vault

SUBJECT = ContextVar("subject", default=None)
mcp = FastMCP("shop")


def region():
    return vault.region("default")


def apply():
    credentials = vault.load(SUBJECT.get())
    for name, value in credentials.items():
        if value:
            os.environ[name] = value  # expect: ISO109


@mcp.tool()
def search(words: str):
    apply()
    return vault.search(words)


@mcp.tool()
def remote(words: str):
    os.environ["REGION"] = region()
    env = dict(os.environ)
    env.update(vault.load(SUBJECT.get()))
    return subprocess.run(["search", words], env=env, check=True)
