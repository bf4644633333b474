from somelib import LocalProxy, Proxy

bound = LocalProxy("bound to the request")
loose = Proxy("unknown to the configuration")
