from .helper import PoliteHelper as Helper
