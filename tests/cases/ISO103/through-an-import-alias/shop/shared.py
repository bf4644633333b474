recent = []
filters = {}
