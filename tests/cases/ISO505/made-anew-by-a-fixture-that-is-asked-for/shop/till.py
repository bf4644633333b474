class Till:
    pass


till = Till()
