banner = ""  # isolint: shared: announced to everybody
prices = []  # isolint: shared: prices only
