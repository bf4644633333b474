import argparse
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse


class Fresh(BaseHTTPRequestHandler):
    code = None

    def do_GET(self):
        query = parse_qs(urlparse(self.path).query)
        Fresh.code = query["code"][0]
        self.send_response(200)


class Kept(BaseHTTPRequestHandler):
    def do_GET(self):
        self.query = parse_qs(urlparse(self.path).query)
        self.server.code = self.query["code"][0]
        self.send_response(200)


def login(port):
    Fresh.code = None
    server = HTTPServer(("localhost", port), Fresh)
    while not Fresh.code:
        server.handle_request()
    return Fresh.code


def sign_in(port):
    server = HTTPServer(("localhost", port), Kept)
    server.code = None
    while not server.code:
        server.handle_request()
    return server.code


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    print(login(parser.parse_args().port), sign_in(parser.parse_args().port))
