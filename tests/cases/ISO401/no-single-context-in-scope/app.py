from agents import AdminContext, ToolDispatcher, UserExecutionContext
from fastapi import Depends, FastAPI

app = FastAPI()


def current(user_id: str):
    return UserExecutionContext(user_id)


@app.get("/nothing")
def nothing(user_id: str):
    return ToolDispatcher()  # expect: ISO401


@app.get("/two")
def two(user_id: str, theirs: UserExecutionContext = Depends(current)):
    child = theirs.create_child_context()
    return ToolDispatcher(), child  # expect: ISO401


@app.get("/too-late")
def too_late(user_id: str):
    dispatcher = ToolDispatcher()  # expect: ISO401
    late = UserExecutionContext(user_id)
    return dispatcher, late


@app.get("/perhaps")
def perhaps(user_id: str):
    if user_id:
        known = UserExecutionContext(user_id)
        print(known)
    return ToolDispatcher()  # expect: ISO401


@app.get("/for-itself")
def for_itself(user_id: str):
    made = UserExecutionContext(ToolDispatcher())  # expect: ISO401
    return made


@app.get("/rebound")
def rebound(user_context=Depends(current)):
    user_context = str(user_context)
    return ToolDispatcher(), user_context  # expect: ISO401


@app.get("/of-another-class")
def of_another_class(user_id: str):
    admin = AdminContext(user_id)
    return ToolDispatcher(), admin  # expect: ISO401


@app.get("/something-else-in-its-place")
def something_else(context: UserExecutionContext = Depends(current)):
    return ToolDispatcher([])  # expect: ISO401


@app.get("/only-where-there-is-none")
def only_where_there_is_none(context: UserExecutionContext | None = Depends(current)):
    if context is not None:
        return ToolDispatcher(context)
    return ToolDispatcher()  # expect: ISO401


@app.get("/otherwise")
def otherwise(context: UserExecutionContext | None = Depends(current)):
    if context:
        dispatcher = ToolDispatcher(context)
    else:
        dispatcher = ToolDispatcher(user_context=None)  # expect: ISO401
    return dispatcher
