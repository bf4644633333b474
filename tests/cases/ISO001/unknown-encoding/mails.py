# -*- coding: klingon -*-
GREETING = "nuqneH"
