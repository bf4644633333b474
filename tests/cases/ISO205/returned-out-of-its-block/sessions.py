from database import Session, get_session


async def out_of_its_block():
    async with Session() as session:
        return session  # expect: ISO205


async def out_of_the_loop():
    async for session in get_session():
        return session  # expect: ISO205


async def by_one_step():
    session = await anext(get_session())  # expect: ISO205
    return await session.get(str, 1)


async def of_what_it_read():
    async with Session() as session:
        return await session.get(str, 1)


async def with_both_steps():
    sessions = get_session()
    session = await anext(sessions)
    try:
        return await session.get(str, 1)
    finally:
        await sessions.aclose()


async def yielded():
    async with Session() as session:
        yield session


async def the_loop_over_others(rows: list[str]):
    for row in rows:
        return row
