pytest_plugins = ["equipment.trucks", "equipment.roads"]
