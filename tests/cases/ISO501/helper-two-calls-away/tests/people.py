from agents import UserExecutionContext


def alice():
    return UserExecutionContext.from_request("alice")
