class Project:
    @staticmethod
    def seen_by(user_id, project_id):
        return {"user": user_id, "project": project_id}

    @staticmethod
    def allowed(user_id, project_id):
        return bool(user_id and project_id)

    @staticmethod
    def name_of(project_id):
        return project_id.title()
