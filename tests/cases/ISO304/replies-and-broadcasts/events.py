from flask import Flask
from flask_socketio import SocketIO, emit

app = Flask(__name__)
socketio = SocketIO(app)


@socketio.on("ask")
def ask(data):
    thread_id = data["thread_id"]
    if thread_id:
        emit("answer", data, to=thread_id)
    else:
        emit("answer", data, broadcast=True)  # expect: ISO304


@socketio.on("tell")
def tell(data):
    thread_id = data["thread_id"]
    if thread_id:
        emit("told", data, to=thread_id)
    else:
        emit("told", data)


@socketio.on("say")
def say(data):
    emit("said", data, broadcast=True)
