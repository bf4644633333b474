from .abstract import RequestContext
