"""Pieces of an odd application, each with a finding: rule, place, imports, and codes, as odd_snippets.py reads them."""

from typing import Final

APP: Final = (
    ("ISO002", "app", "",
"""
value_@N = @S  # isolint: ignore[ISO101] it was one
""", """
# isolint: ignore[ISO202] nothing below
def idle_@N(first, /, second=@S, *, third): return first, second, third
""", """
def idle_@N(
    first,  # isolint: ignore[ISO103, ISO104]
    *rest: int,
    **more: "int",
) -> None:
    ...
""", """
text_@N = @S \\
    @S  # noqa: F401  # isolint: ignore[ISO101] gone  # and more
""", """
items_@N = [
    @S,
    # isolint: ignore[ISO303] gone
    @S,
]
"""),
    ("ISO110", "app", "",
"""
def remember_@N(message, history=[]):
    history.append(message)
    return history
""", """
def remember_@N(message, history=[]): history.append(message); return history
""", """
def complete_@N(
    model: str,
    options: dict = {"a": @S, "b": 2},  # what there is
    *,
    strict: bool = False,
) -> int:
    @S
    options["model"] = model
    return len(options)
""", """
class Kept_@N:
    @staticmethod
    def names(*, names: "list" = ["zoe", @S]) -> str:
        \"\"\"Of names.

            def fake(history=[]): ...
        \"\"\"
        names.sort()
        return ", ".join(names)
""", """
async def excluded_@N(field, /, fields=[], *more):
    # what is left out
    fields += ["min", f"{field!r:>{10}}"]
    return field in fields
"""),
    ("ISO204", "app", """
from fastapi import FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker""",
"""
Local_@N = sessionmaker(bind=create_engine("sqlite:///shop.db"))
app_@N = FastAPI()


def get_db_@N():
    db = Local_@N()
    yield db
    db.close()


@app_@N.get("/orders/@N")
def orders_@N() -> int:
    db = Local_@N()
    count = db.execute(text(@S)).scalar_one()
    db.close()
    return count


@app_@N.get("/carts/@N")
def carts_@N() -> int:
    db = Local_@N()  # never closed
    if (count := db.execute(text("select 1")).scalar_one()) > 1:
        return count
    return db.execute(text(@S)).scalar_one()
"""),
    ("ISO402", "app", "from contextvars import ContextVar\nfrom flask import Flask, request",
"""
flask_@N = Flask(__name__)
tenant_@N = ContextVar("tenant_@N")


@flask_@N.get("/orders/@N")
def listed_@N():
    token = tenant_@N.set(request.headers["X-Tenant"])
    found = loaded_@N(@S)
    tenant_@N.reset(token)
    return found


def loaded_@N(key):
    return [tenant_@N.get(), key]
""", """
flask_@N = Flask(__name__)
tenant_@N = ContextVar("tenant_@N", default=None)


@flask_@N.get("/users/@N")
def shown_@N():
    tenant_@N.set(request.headers["X-Tenant"])
    return loaded_@N()


def loaded_@N():
    return [tenant_@N.get()]
"""),
    ("ISO404", "app", "from shop.engines import UserExecutionEngine\nfrom fastapi import FastAPI",
"""
app_@N = FastAPI()


@app_@N.get("/run/@N")
async def run_@N(user_id: str):
    engine = UserExecutionEngine(user_id)
    return await engine.run(@S)
"""),
    ("ISO401", "app", "from shop.engines import ToolDispatcher, UserExecutionContext\nfrom fastapi import FastAPI",
"""
app_@N = FastAPI()


@app_@N.get("/analyse/@N")
def analyse_@N(repository: str, user_context: UserExecutionContext):
    dispatcher = ToolDispatcher(tools=[repository, @S])
    return dispatcher.dispatch(repository)
"""),
    ("ISO107", "app", "from flask import Flask, request",
"""
flask_@N = Flask(__name__)


class Form_@N:
    errors = []

    def fail(self, error):
        self.errors.append(error)


@flask_@N.post("/forms/@N")
def filled_@N():
    form = Form_@N()
    form.fail(request.headers["X-Error"])
    return form.errors
"""),
    ("ISO101", "app", """
from fastapi import Depends, FastAPI
from shop.engines import UserExecutionContext
from shop.registry import ToolRegistry""",
"""
app_@N = FastAPI()


def current_@N(user_id: str):
    return UserExecutionContext(user_id)


@app_@N.post("/use/@N")
async def use_@N(context: UserExecutionContext = Depends(current_@N)):
    return ToolRegistry.get_tool(@S).used
"""),
    ("ISO303", "app", """
from fastapi import Depends, FastAPI
from shop.engines import UserExecutionContext
from shop.realtime import WebSocketManager, get_websocket_manager""",
"""
app_@N = FastAPI()


def current_@N(user_id: str) -> UserExecutionContext:
    return UserExecutionContext(user_id)


@app_@N.post("/say/@N")
async def say_@N(text: str, context: UserExecutionContext = Depends(current_@N)):
    await get_websocket_manager().send(text)
""", """
app_@N = FastAPI()


def current_@N(user_id: str) -> UserExecutionContext:
    return UserExecutionContext(user_id)


@app_@N.post("/shout/@N")
async def shout_@N(text: str, context: UserExecutionContext = Depends(current_@N)):
    manager = WebSocketManager()
    await manager.send(@S)
"""),
    ("ISO403", "app", "from abc import ABC, abstractmethod",
"""
class Job_@N(ABC):
    @abstractmethod
    def run(self): ...


class Mail_@N(Job_@N):
    def run(self): return @S


def made_@N():
    job = Job_@N()
    return job
"""),
)  # fmt: skip
