from functools import wraps

from shop.cache import cache

WITHOUT = {"db", "user_id"}
INJECTED = ["db", "request"]


def cached(ttl):
    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            safe = {}
            for name, value in kwargs.items():
                if name in ["db", "current_user"]:
                    continue  # expect: ISO108
                safe[name] = str(value)
            key = f"{func.__name__}:{safe}"
            hit = cache.get(key)
            if hit is not None:
                return hit
            result = func(*args, **kwargs)
            cache.set(key, result, ttl)
            return result

        return wrapper

    return decorator


def remembered(func):
    kept = {}

    @wraps(func)
    async def wrapper(**kwargs):
        key = str({k: v for k, v in kwargs.items() if k not in WITHOUT})  # expect: ISO108
        if key in kept:
            return kept[key]
        kept[key] = await func(**kwargs)
        return kept[key]

    return wrapper


def of_each(func):
    """What is left out stands in the key by itself."""

    @wraps(func)
    def wrapper(*args, **kwargs):
        safe = {}
        for name, value in kwargs.items():
            if name in ["db", "current_user"]:
                continue
            safe[name] = str(value)
        key = f"{kwargs['current_user'].id}:{func.__name__}:{safe}"
        hit = cache.get(key)
        if hit is not None:
            return hit
        result = func(*args, **kwargs)
        cache.set(key, result)
        return result

    return wrapper


def without_what_is_injected(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        key = str([(k, v) for k, v in kwargs.items() if k not in INJECTED])
        hit = cache.get(key)
        if hit is not None:
            return hit
        result = func(*args, **kwargs)
        cache.set(key, result)
        return result

    return wrapper


def logged(func, lines):
    """Leaves it out of what is written, and keeps nothing."""

    @wraps(func)
    def wrapper(*args, **kwargs):
        shown = {k: v for k, v in kwargs.items() if k not in ("db", "current_user")}
        lines.append(shown)
        return func(*args, **kwargs)

    return wrapper
