history = []
asked = []
