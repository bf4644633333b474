def place(mailer, order):
    mailer.send(order)
    return order
