class ReportManager:
    locale = "en"
    format = "pdf"
    path = query = None

    def render(self):
        return self.locale, self.format, self.path, self.query


manager = ReportManager()
