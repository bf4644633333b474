import os

os.environ["SHOP_OTHER"] = "1"
