lit = False


def switch_off():
    global lit
    lit = False


def lock():
    switch_off()


def leave():
    lock()


def close():
    leave()


def close_for_good():
    close()
