from flask import Flask
from flask_httpauth import HTTPBasicAuth

app = Flask(__name__)
basic = HTTPBasicAuth()


@app.get("/chats")
@basic.login_required
def chats():
    return []
