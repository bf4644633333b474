from fastapi import WebSocket


class Peer:
    def __init__(self, socket, user_id):
        self.socket = socket
        self.user_id = user_id


class Hub:
    def __init__(self):
        self.peers = []

    async def join(self, websocket: WebSocket, user_id: str):
        await websocket.accept()
        self.peers += [Peer(websocket, user_id)]

    async def send(self, text: str, peer: Peer):
        await peer.socket.send_text(text)

    async def announce(self, text: str):
        for peer in self.peers:
            await self.send(text, peer)


hub = Hub()  # expect: ISO301


class Mailboxes:
    def __init__(self):
        self.peers = {}

    async def join(self, websocket: WebSocket, user_id: str):
        self.peers[user_id] = Peer(websocket, user_id)

    async def send(self, text: str, user_id: str):
        await self.peers[user_id].socket.send_text(text)


mailboxes = Mailboxes()
