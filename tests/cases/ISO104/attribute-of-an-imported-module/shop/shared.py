history = []
tenant = ""
currency = "EUR"
