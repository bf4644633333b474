import falcon


class Orders:
    def __init__(self, store):
        self.store = store
        self.last = None

    def on_post(self, req, resp):
        self.last = req.media  # expect: ISO106
        req.context.order = req.media
        resp.media = self.last

    def on_get(self, req, resp, order_id):
        resp.media = [self.last, self.store.find(order_id)]


class Tracing:
    def process_request(self, req, resp):
        req.context.trace = req.get_header("x-trace")

    def process_response(self, req, resp, resource, succeeded):
        resp.set_header("x-trace", req.context.trace)


app = falcon.App(middleware=[Tracing()])
app.add_route("/orders", Orders(store=None))
