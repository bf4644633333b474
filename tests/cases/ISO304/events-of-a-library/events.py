import socketio

sio = socketio.AsyncServer()


@sio.on("ask")
async def ask(sid, data):
    user_id = data.get("user_id")
    if user_id:
        await sio.emit("answer", data, to=user_id)
    else:
        await sio.emit("answer", data)  # expect: ISO304


@sio.on("say")
async def say(sid, data):
    await sio.emit("said", data)
    await sio.emit("said", data, room=data["room"])


@sio.on("whisper")
async def whisper(sid, data):
    user_id = data.get("user_id")
    if not user_id:
        await sio.emit("nobody", data, to=sid)
    else:
        await sio.emit("whispered", data, to=user_id)
