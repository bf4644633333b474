import asyncio
from functools import partial
from threading import Thread

from fastapi import BackgroundTasks, Depends, FastAPI
from users import Archive, Export, Orders, Users, get_archive, get_export, get_orders, get_users

app = FastAPI()


async def summarise(users: Users, number: int) -> None:
    await asyncio.sleep(number)
    await users.count()


async def summarise_untold(users) -> None:
    await users.count()


async def close(orders: Orders) -> None:
    await orders.close()


async def count_below(orders: Orders) -> None:
    await summarise(orders.users, 1)


async def announce(users: Users) -> None:
    await asyncio.sleep(1)
    print(users.title())


async def keep(archive: Archive) -> None:
    await archive.save()


async def write(export: Export) -> None:
    await export.run()


def in_a_thread(users: Users) -> None:
    asyncio.run(users.count())


@app.post("/summaries")
async def summary(users: Users = Depends(get_users)) -> None:
    asyncio.create_task(summarise(users, 1))  # expect: ISO205


@app.post("/summaries-after")
async def summary_after(tasks: BackgroundTasks, users: Users = Depends(get_users)) -> None:
    tasks.add_task(summarise, users, 1)  # expect: ISO205
    tasks.add_task(summarise, number=1, users=users)  # expect: ISO205


@app.post("/untold")
async def untold(users: Users = Depends(get_users)) -> None:
    asyncio.create_task(summarise_untold(users))  # expect: ISO205


@app.post("/threads")
async def thread(users: Users = Depends(get_users)) -> None:
    Thread(target=in_a_thread, args=(users,)).start()  # expect: ISO205


@app.post("/orders")
async def orders_closed(tasks: BackgroundTasks, orders: Orders = Depends(get_orders)) -> None:
    tasks.add_task(close, orders)  # expect: ISO205
    asyncio.create_task(count_below(orders))  # expect: ISO205


@app.post("/summaries-in-parts")
async def summary_in_parts(tasks: BackgroundTasks, users: Users = Depends(get_users)) -> None:
    tasks.add_task(partial(summarise, users, number=1))  # expect: ISO205


@app.post("/summaries-by-an-inner-function")
async def summary_by_an_inner_function(users: Users = Depends(get_users)) -> None:
    async def summarised() -> None:
        await summarise(users, 1)

    asyncio.create_task(summarised())  # expect: ISO205


@app.post("/announcements-by-an-inner-function")
async def announcement_by_an_inner_function(users: Users = Depends(get_users)) -> None:
    async def announced() -> None:
        await announce(users)

    asyncio.create_task(announced())


@app.post("/announcements")
async def announcement(tasks: BackgroundTasks, users: Users = Depends(get_users)) -> None:
    tasks.add_task(announce, users)
    asyncio.create_task(announce(users))


@app.post("/awaited")
async def awaited(users: Users = Depends(get_users)) -> None:
    task = asyncio.create_task(summarise(users, 1))
    await asyncio.sleep(0)
    await task


@app.post("/archives")
async def archived(tasks: BackgroundTasks, archive: Archive = Depends(get_archive)) -> None:
    tasks.add_task(keep, archive)
    asyncio.create_task(keep(archive))
    asyncio.create_task(archive.save())


@app.post("/exports")
async def exported(export: Export = Depends(get_export)) -> None:
    asyncio.create_task(write(export))


@app.post("/exports-after")
async def exported_after(tasks: BackgroundTasks, export: Export = Depends(get_export)) -> None:
    tasks.add_task(write, export)


@app.post("/exports-by-method")
async def exported_by_method(export: Export = Depends(get_export)) -> None:
    asyncio.create_task(export.run())
