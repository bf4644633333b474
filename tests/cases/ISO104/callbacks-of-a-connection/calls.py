import asyncio

from aiortc import MediaStreamTrack, RTCPeerConnection
from fastapi import FastAPI, Request

app = FastAPI()
track_of_all = None
last_word = ""
last_state = renamed = ""


@app.post("/offer")
async def offer(request: Request):
    connection = RTCPeerConnection()
    own = None

    @connection.on("track")
    def on_track(track: MediaStreamTrack):
        nonlocal own
        global track_of_all
        own = track
        track_of_all = track  # expect: ISO104

    @connection.on("datachannel")
    def on_datachannel(channel):
        @channel.on("message")
        def on_message(message):
            global last_word
            last_word = message  # expect: ISO104
            channel.send(str(track_of_all) + last_word + str(own))

    def on_state(state):
        global last_state
        last_state = state  # expect: ISO104

    def later(name):
        global renamed
        renamed = name

    connection.on("state", on_state)
    asyncio.get_running_loop().call_soon(later, "hall")
    return await request.json()


@app.get("/state")
def state():
    return last_state, renamed
