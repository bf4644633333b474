from abc import ABC, abstractmethod


class Context(ABC):
    @abstractmethod
    def user(self): ...

    @abstractmethod
    async def close(self): ...


class HalfContext(Context):
    def user(self):
        return None


class WholeContext(HalfContext):
    async def close(self):
        return None
