_tenant = None


def set_tenant(tenant):
    global _tenant
    _tenant = tenant  # expect: ISO104


def get_tenant():
    return _tenant
