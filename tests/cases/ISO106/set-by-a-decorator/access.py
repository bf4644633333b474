from functools import wraps


class Access:
    managers_only = None

    def managers(self, only=True):
        def decorator(view):
            @wraps(view)
            def decorated(*args, **kwargs):
                self.managers_only = only  # expect: ISO106
                return view(*args, **kwargs)

            return decorated

        return decorator

    def logged(self, view):
        @wraps(view)
        def decorated(*args, **kwargs):
            self.last = view.__name__
            self.calls = self.calls + 1
            return view(*args, **kwargs)

        return decorated

    def named(self, name):
        self.name = name

        def decorator(view):
            self.view = view

            @wraps(view)
            def decorated(*args, **kwargs):
                return view(*args, allowed=name, **kwargs)

            return decorated

        return decorator


class Audit:
    def of(self, view):
        @wraps(view)
        async def decorated(request, *args):
            self.user = request.user  # expect: ISO106
            return await view(request, *args)

        return decorated

    def told(self, callback):
        def done(result):
            self.result = result
            callback(result)

        return done
