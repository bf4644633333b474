GREETING = "hi"
