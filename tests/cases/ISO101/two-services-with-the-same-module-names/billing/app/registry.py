registry = {"invoice": object()}
