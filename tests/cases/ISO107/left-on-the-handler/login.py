import argparse
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse


class Callback(BaseHTTPRequestHandler):
    code = None
    state = None
    seen = []

    def do_GET(self):
        query = parse_qs(urlparse(self.path).query)
        Callback.code = query["code"][0]  # expect: ISO107
        type(self).state = query["state"][0]  # expect: ISO107
        self.send_response(200)


def login(port):
    server = HTTPServer(("localhost", port), Callback)
    while not Callback.code:
        server.handle_request()
    return Callback.code, Callback.state


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    print(login(parser.parse_args().port))
