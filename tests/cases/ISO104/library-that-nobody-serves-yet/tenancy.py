_tenant = None
_verbose = False


def set_tenant(tenant_id):
    global _tenant
    _tenant = tenant_id  # expect: ISO104


def get_tenant():
    return _tenant


def set_verbose(verbose):
    global _verbose
    _verbose = verbose


def verbose():
    return _verbose
