import sys

from cart import Cart

cart = Cart()
cart.put(sys.argv[1])
