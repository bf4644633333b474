import copy
import json
from collections import ChainMap

from defaults import BASE, DEFAULTS, OPTIONS, TOOLS, fresh
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.post("/settings")
def settings(color: str, tool: str):
    mine = dict(DEFAULTS)
    mine["color"] = color
    other = DEFAULTS.copy()
    other["color"] = color
    deep = copy.deepcopy(OPTIONS)
    deep["colors"].append(color)
    merged = {**DEFAULTS, "color": color}
    merged["tool"] = tool
    listed = list(OPTIONS["colors"])
    listed.append(color)
    more = sorted(OPTIONS["colors"])
    more.append(color)
    chain = ChainMap({}, DEFAULTS)
    chain["color"] = color
    made = fresh()
    made["color"] = color
    read = json.loads(json.dumps(DEFAULTS))
    read["color"] = color
    changed = BASE.model_copy(update={"color": color})
    changed.color = color
    part = OPTIONS["colors"][:2]
    part.append(color)
    if color not in OPTIONS["colors"]:
        error = HTTPException(404)
        error.color = color
        raise error
    return mine, other, deep, merged, listed, more, chain, made, read, changed, part, TOOLS[tool].run(color)
