rounding = = "up"
