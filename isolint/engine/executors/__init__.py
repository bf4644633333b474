"""Executors: where files are lowered; each is loaded when it is asked for."""

from typing import Final

from isolint.engine.jobs import Lowering, here
from isolint.errors import UsageError

EXECUTORS: Final = ("local", "dask")


def lowering(executor: str, scheduler: str) -> Lowering:
    """The way of lowering that an executor is; raises UsageError where what it needs is not installed."""
    if executor == "local":
        return here
    try:
        from isolint.engine.executors.dask import Dask
    except ImportError as error:
        if error.name and error.name.startswith("isolint"):
            raise
        raise UsageError(f"--executor dask needs {error.name}: pip install 'isolint[dask]'") from None
    return Dask(scheduler)
