from fastapi import FastAPI

from models import Project

app = FastAPI()
PROJECTS: dict[str, dict] = {}
PLANS: dict[tuple[str, str], dict] = {}
NAMES: dict[str, str] = {}


@app.get("/projects/{project_id}")
def project(project_id: str, user_id: str):
    if project_id in PROJECTS:
        return PROJECTS[project_id]
    found = Project.seen_by(user_id, project_id)
    PROJECTS[project_id] = found  # expect: ISO108
    return found


@app.get("/plans/{project_id}")
def plan(project_id: str, user_id: str):
    key = (user_id, project_id)
    if key in PLANS:
        return PLANS[key]
    found = Project.seen_by(user_id, project_id)
    PLANS[key] = found
    return found


@app.get("/names/{project_id}")
def name(project_id: str, user_id: str):
    if not Project.allowed(user_id, project_id):
        return None
    if project_id not in NAMES:
        NAMES[project_id] = Project.name_of(project_id)
    return NAMES[project_id]
