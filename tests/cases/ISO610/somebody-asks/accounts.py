from fastapi import HTTPException


async def who(session: str):
    if not session:
        raise HTTPException(401)
    return session


def only(account):
    def decorate(function):
        return function

    return decorate


async def member(session: str):
    return await who(session)
