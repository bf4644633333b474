from aiortc import RTCPeerConnection


async def answer(connection: RTCPeerConnection):
    track = None
    words = []

    @connection.on("track")
    def on_track(given):
        nonlocal track
        track = given

    @connection.on("datachannel")
    def on_datachannel(channel):
        @channel.on("message")
        def on_message(message):
            words.append(message)
            channel.send(f"{track} {words}")
