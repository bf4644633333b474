import json

from contexts import RequestContext


def make(user_id):
    return json.dumps(RequestContext(user_id, thread_id="1").user())  # expect: ISO403


def is_one(thing):
    return isinstance(thing, RequestContext)
