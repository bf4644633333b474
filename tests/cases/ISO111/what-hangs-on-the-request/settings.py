class Shop:
    owner = ""


shop = Shop()
