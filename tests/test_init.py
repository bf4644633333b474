from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from isolint.config import Area, load
from isolint.engine import Request, linked
from isolint.init.draft import drafted
from isolint.init.proposal import Proposal
from isolint.init.proposing import proposals
from isolint.init.writing import write

TENANCY = """
    from dataclasses import dataclass

    @dataclass(frozen=True)
    class ShopContext:
        tenant_id: str
        user_id: str

        @classmethod
        def of_request(cls, request):
            return cls(request.tenant, request.user)

    def charge(shop_tenant: ShopContext, amount: int): ...
    def refund(shop_tenant: ShopContext, amount: int): ...
"""
USES = "from shop.tenancy import ShopContext\n\ndef ship(shop_tenant: ShopContext): ...\n"


def found(root: Path, files: Mapping[str, str]) -> tuple[Proposal, ...]:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    with linked(load([], cwd=root, root=root), Request(cache=False, jobs=1)) as program:
        return proposals(program)


def told(root: Path, files: Mapping[str, str], kind: str) -> list[Proposal]:
    return [each for each in found(root, files) if each.kind == kind and not each.pack]


def names(root: Path, files: Mapping[str, str], kind: str) -> list[str]:
    return [name for each in told(root, files, kind) for name in each.names]


def test_a_class_that_holds_identities_and_is_handed_on_is_a_context(tmp_path: Path) -> None:
    (context,) = told(tmp_path, {"shop/tenancy.py": TENANCY}, "context")
    assert context.names == ("shop.tenancy.ShopContext()",)
    assert (context.path, context.line) == ("shop/tenancy.py", 5)
    assert context.reason == "holds tenant_id, user_id; made by `of_request`"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TENANCY.replace("ShopContext", "ErrorContext"), id="it tells of an error"),
        pytest.param(TENANCY.replace("user_id: str", "ca: str").replace("tenant_id", "cert"), id="no identity"),
        pytest.param(TENANCY.replace("user_id: str", "note: str"), id="one identity beside a note"),
        pytest.param(TENANCY.partition("def charge")[0], id="nobody takes it"),
        pytest.param(TENANCY.replace("ShopContext", "Order"), id="a record of the business"),
    ],
)
def test_what_only_looks_like_a_context_is_none(tmp_path: Path, text: str) -> None:
    assert names(tmp_path, {"shop/tenancy.py": text}, "context") == []


def test_a_class_that_is_called_after_a_user_may_hold_one_identity(tmp_path: Path) -> None:
    text = """
        class TenantContext:
            def __init__(self, tenant_id): self.tenant_id = tenant_id
        def a(context: TenantContext): ...
        def b(context: TenantContext): ...
    """
    assert names(tmp_path, {"shop/tenancy.py": text}, "context") == ["shop.tenancy.TenantContext()"]


def test_an_abstract_context_speaks_for_its_heirs(tmp_path: Path) -> None:
    text = """
        from abc import ABC, abstractmethod
        class DataContext(ABC):
            def __init__(self, user_id, thread_id):
                self.user_id, self.thread_id = user_id, thread_id
            @abstractmethod
            def open(self): ...
        class CacheContext(DataContext):
            def open(self): ...
        def a(context: CacheContext): ...
        def b(context: CacheContext): ...
    """
    (context,) = told(tmp_path, {"shop/data.py": text}, "context")
    assert context.names == ("shop.data.DataContext()",)
    assert context.reason.startswith("abstract, holds ")


def test_contexts_of_tests_are_not_the_projects(tmp_path: Path) -> None:
    assert names(tmp_path, {"tests/test_tenancy.py": TENANCY}, "context") == []


def test_a_name_that_holds_nothing_but_contexts_is_a_name_of_contexts(tmp_path: Path) -> None:
    files = {"shop/tenancy.py": TENANCY, "shop/shipping.py": USES}
    (name,) = told(tmp_path, files, "context-name")
    assert (name.names, name.reason) == (("shop_tenant",), "holds a context in 3 functions")
    mixed = files | {"shop/other.py": "def tell(shop_tenant: str): ...\n"}
    assert names(tmp_path, mixed, "context-name") == []


MAKERS = """
    from contextlib import contextmanager
    from dataclasses import dataclass
    from shop.tenancy import ShopContext

    class Cashier:
        def __init__(self, context: ShopContext): self.context = context
        def pay(self): ...

    class Express(Cashier): ...

    class CashierFactory:
        def create_for_user(self, context: ShopContext): return Cashier(context)
        def create_desk(self, context: ShopContext) -> dict: return {"desk": self.desks[0]}

    Till = Cashier

    class Stock:
        @classmethod
        def create_for(cls, context: ShopContext):
            stock = cls()
            stock.context = context
            return stock

    def create_default_cashier(): return Cashier(None)
    def create_cashier_of(user_id: str): return Cashier(lookup(user_id))

    @contextmanager
    def cashier_scope(context: ShopContext):
        yield Cashier(context)
"""
LIKE_MAKERS = """
    from dataclasses import dataclass
    from shop.tenancy import ShopContext

    class PaymentError(Exception):
        def __init__(self, context: ShopContext): self.context = context

    @dataclass
    class Receipt:
        context: ShopContext
        amount: int

    class _Internal:
        def __init__(self, context: ShopContext): self.context = context

    def create_receipt(context: ShopContext): return Receipt(context, 1)
    def total(context: ShopContext) -> int: return 1
    def get_shop() -> "Shop": return SHOP

    class Shop: ...
    SHOP = Shop()
"""


def test_what_works_for_one_user_needs_a_context(tmp_path: Path) -> None:
    rows = told(tmp_path, {"shop/tenancy.py": TENANCY, "shop/desk.py": MAKERS}, "needs-context")
    assert {name: each.reason for each in rows for name in each.names} == {
        "shop.desk.Cashier": "its constructor takes a context, `context`",
        "shop.desk.Till": "its constructor takes a context, `context`",
        "shop.desk.Stock": "`create_for` makes one for a context",
        "shop.desk.Stock.create_for": "takes a context and makes `Stock`",
        "shop.desk.CashierFactory().create_for_user": "takes a context and makes `Cashier`",
        "shop.desk.CashierFactory().create_desk": "takes a context and makes something",
        "shop.desk.create_default_cashier": "makes `Cashier`",
        "shop.desk.cashier_scope": "takes a context and makes `Cashier`",
    }


def test_errors_records_and_what_is_private_need_no_row(tmp_path: Path) -> None:
    assert names(tmp_path, {"shop/tenancy.py": TENANCY, "shop/desk.py": LIKE_MAKERS}, "needs-context") == []


REGISTRY = """
    class HelperRegistry:
        def __init__(self): self.helpers = {}
        def register(self, name: str, helper): self.helpers[name] = helper
        def get_helper(self, name: str): return self.helpers.get(name)
        def list_helpers(self): return list(self.helpers)
"""


def test_a_class_that_hands_out_by_name_what_was_registered_is_a_registry(tmp_path: Path) -> None:
    (registry,) = told(tmp_path, {"shop/helpers.py": REGISTRY}, "registry")
    assert registry.names == ("shop.helpers.HelperRegistry", "shop.helpers.HelperRegistry()")
    assert not isinstance(registry.row, Area)
    assert {(row.methods, row.keywords) for row in registry.row} == {(("get_helper",), ("helpers",))}
    assert registry.reason == "`register` keeps in `helpers` what `get_helper` hands out"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(REGISTRY.replace("helper):", "helper: type):"), id="of classes"),
        pytest.param(REGISTRY.replace("str): return", "str) -> type: return"), id="hands out classes"),
        pytest.param(REGISTRY.replace("name", "user_id"), id="keyed by user"),
        pytest.param(REGISTRY.replace("helper):", "helper: 'Rate'):") + "    class Rate: ...\n", id="serves nobody"),
        pytest.param(REGISTRY.replace("Registry", "Cache"), id="a cache"),
        pytest.param(
            REGISTRY
            + "        def register_as(self, n):\n            def mark(f): return f\n            return mark\n",
            id="a decorator",
        ),
    ],
)
def test_what_only_looks_like_a_registry_is_none(tmp_path: Path, text: str) -> None:
    assert names(tmp_path, {"shop/helpers.py": text}, "registry") == []


HUB = """
    from fastapi import WebSocket
    class Lobby:
        def __init__(self): self.members = []
        async def join(self, websocket: WebSocket): self.members.append(websocket)
        async def send_news(self, text: str):
            for member in self.members:
                await member.send_text(text)
"""


def test_a_class_that_keeps_connections_and_sends_is_named_so_that_its_structure_decides(tmp_path: Path) -> None:
    (hub,) = told(tmp_path, {"shop/hub.py": HUB}, "connection-manager")
    assert hub.names == ("*.Lobby", "*.Lobby()")
    assert hub.reason == "keeps connections in `members`"
    (hub,) = told(tmp_path, {"shop/hub.py": HUB.replace("Lobby", "APIRouter")}, "connection-manager")
    assert hub.names[0] == "*.shop.hub.APIRouter"  # a library has one, too


def test_what_a_pack_knows_is_told_and_not_proposed(tmp_path: Path) -> None:
    (hub,) = (
        each
        for each in found(tmp_path, {"shop/hub.py": HUB.replace("Lobby", "ConnectionManager")})
        if each.kind == "connection-manager"
    )
    assert hub.pack == "agents"


EMITTERS = """
    class SocketEmitter:
        def __init__(self, user_id): self.user_id = user_id
        async def send_news(self, text): ...
        async def emit_order(self, order): ...
    class EmitterFactory:
        def create_emitter(self, user_id: str): return SocketEmitter(user_id)
    def create_socket_emitter(user_id: str): return SocketEmitter(user_id)
    def create_shared_emitter(): return SocketEmitter(None)
"""


def test_what_makes_a_sender_for_one_user_is_a_factory(tmp_path: Path) -> None:
    assert names(tmp_path, {"shop/emitters.py": EMITTERS}, "connection-manager-factory") == [
        "shop.emitters.EmitterFactory",
        "shop.emitters.EmitterFactory()",
        "shop.emitters.create_socket_emitter",
    ]


SESSIONS = """
    import shopdb
    def unit_of_work(request):
        work = request.app.state.opened
        try:
            yield work
            work.commit()
        except ValueError:
            work.rollback()
"""


def test_a_generator_that_ends_the_transaction_of_something_unknown_gives_a_session(tmp_path: Path) -> None:
    unknown = SESSIONS.replace("request.app.state.opened", "request.opened")
    assert names(tmp_path, {"shop/db.py": unknown}, "database-session") == ["shop.db.unit_of_work()[]"]
    seen = unknown.replace("request.opened", "Session()").replace(
        "shopdb", "shopdb\n    from sqlalchemy.orm import Session"
    )
    assert names(tmp_path, {"shop/db.py": seen}, "database-session") == []


SETTINGS = """
    import os
    class Settings:
        def get(self, key): return os.environ.get(key)
        def put(self, key, value): os.environ[key] = value
        def drop(self, key): os.environ.pop(key)
        def _load(self): os.environ.update({})
    class Reader:
        def get(self, key): return os.environ[key]
    class Fixed:
        def get(self): return os.environ["HOME"]
        def put(self): os.environ["HOME"] = "/"
"""


def test_a_class_that_sets_variables_under_given_names_speaks_for_the_environment(tmp_path: Path) -> None:
    (settings,) = told(tmp_path, {"shop/settings.py": SETTINGS}, "environment")
    assert settings.names == ("shop.settings.Settings()",)
    assert not isinstance(settings.row, Area)
    assert (settings.row[0].methods, settings.row[0].keywords) == (("put",), ("drop",))


HELPERS = """
    class AccountTokens:
        def create_shop_token(self, user): return sign(user)
    class Wire:
        def create_authenticated_client(self, user): return connect(user)
        def create_plain_client(self): return connect(None)
    def keyring(user): return {"Authorization": sign(user)}
    def make_invalid_token(): return "x"
    def get_token_url(): return "/token"
    def login_page(): return "/login"
    def get_database_session_token(): return "db"
    def create_lonely_token(): return "t"
"""
HELPED = (
    "from tests.support import AccountTokens, keyring, make_invalid_token, get_token_url\n"
    "from tests.support import get_database_session_token, login_page\n"
    "def test_a(): Wire().create_authenticated_client(1)\n"
)


def test_what_gives_tests_a_credential_helps_them_to_authenticate(tmp_path: Path) -> None:
    files = {"tests/support.py": HELPERS, "tests/test_a.py": HELPED}
    assert names(tmp_path, files, "auth-helper") == [
        "tests.support.AccountTokens",
        "tests.support.Wire().create_authenticated_client",
        "tests.support.keyring",
    ]


def test_an_application_that_issues_tokens_is_no_helper_of_tests(tmp_path: Path) -> None:
    assert names(tmp_path, {"app/support.py": HELPERS, "app/use.py": HELPED}, "auth-helper") == []


def suite(count: int, base: str, imported: str) -> dict[str, str]:
    line = f"from {imported}\nclass TestOne({base}):\n    def test_it(self): ...\n"
    return {f"tests/e2e/test_{n}.py": line for n in range(count)}


def test_a_base_that_most_classes_of_an_area_have_is_wanted_there(tmp_path: Path) -> None:
    support = {"tests/support.py": "class Storefront:\n    def setup_method(self): ...\n"}
    most = suite(4, "Storefront", "tests.support import Storefront")
    rest = {"tests/e2e/test_other.py": "class TestOther:\n    def test_it(self): ...\n"}
    (base,) = told(tmp_path, support | most | rest, "required-base")
    assert base.names == ("tests.support.Storefront",)
    assert base.reason == "4 of 5 test classes in e2e inherit from it"


def test_a_base_that_is_called_after_an_area_is_wanted_there_and_another_one_is_not(tmp_path: Path) -> None:
    plain = {f"tests/e2e/test_p{n}.py": "class TestPlain:\n    def test_it(self): ...\n" for n in range(9)}
    support = {"tests/support.py": "class BaseE2ETest: ...\nclass Storefront: ...\n"}
    named = suite(3, "BaseE2ETest, Storefront", "tests.support import BaseE2ETest, Storefront")
    assert names(tmp_path, plain | support | named, "required-base") == ["tests.support.BaseE2ETest"]


def test_a_set_of_events_that_is_written_again_and_again_is_one_set(tmp_path: Path) -> None:
    files = {
        "shop/events.py": 'class Flow:\n    ORDER_EVENTS = frozenset({"placed", "paid", "sent"})\n',
        "tests/test_a.py": 'REQUIRED_EVENTS = ["sent", "paid", "placed"]\nOPTIONAL_EVENTS = ["a", "b", "c"]\n',
        "tests/test_b.py": 'REQUIRED_EVENTS = {"placed", "paid", "sent"}\nOPTIONAL_EVENTS = ["a", "b", "c"]\n',
        "tests/test_c.py": 'OTHER_EVENTS = {"x", "y", "z"}\nPAIR_EVENTS = {"x", "y"}\nMIXED_EVENTS = {"x", "y", 3}\n',
    }
    (events,) = told(tmp_path, files, "event-set")
    assert (events.names, events.path, events.line) == (("REQUIRED_EVENTS",), "shop/events.py", 2)
    assert not isinstance(events.row, Area)
    assert events.row[0].keywords == ("placed", "paid", "sent")


def test_folders_that_are_called_after_an_area_in_other_words_belong_to_it(tmp_path: Path) -> None:
    test = "def test_it(): ...\n"
    files = {
        f"tests/{folder}/test_{n}.py": test for folder in ("acceptance", "e2e", "e2e_suite", "api") for n in (1, 2)
    }
    files["tests/units/test_alone.py"] = test
    (area,) = told(tmp_path, files, "areas")
    assert isinstance(area.row, Area)
    assert (area.row.kind, area.row.paths) == ("e2e", ("tests/acceptance/", "tests/e2e_suite/"))


def test_what_is_written_is_known_from_then_on(tmp_path: Path) -> None:
    files = {
        "shop/tenancy.py": TENANCY,
        "shop/shipping.py": USES,
        "shop/desk.py": MAKERS,
        "shop/helpers.py": REGISTRY,
        "shop/hub.py": HUB,
        "shop/emitters.py": EMITTERS,
        "shop/settings.py": SETTINGS,
        "tests/support.py": HELPERS,
        "tests/test_a.py": HELPED + 'PAID_EVENTS = {"placed", "paid", "sent"}\n',
        "tests/test_b.py": 'PAID_EVENTS = {"placed", "paid", "sent"}\n',
        "tests/units/test_1.py": "def test_it(): ...\n",
        "tests/units/test_2.py": "def test_it(): ...\n",
    }
    first = [each for each in found(tmp_path, files) if not each.pack]
    write(drafted(load([], cwd=tmp_path, root=tmp_path), first))
    again = found(tmp_path, {})
    assert {each.names for each in again if not each.pack} == set()
    assert {each.kind for each in first} == {*(each.kind for each in again if each.pack == "project"), *HIDDEN}


HIDDEN = {"context-name", "areas"}
"""What is not found at all once it is known."""


def test_a_file_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    files = {"shop/broken.py": "def (:\n", "shop/tenancy.py": TENANCY}
    assert names(tmp_path, files, "context") == ["shop.tenancy.ShopContext()"]


def test_a_project_without_anything_of_its_own_gets_no_proposals(tmp_path: Path) -> None:
    files = {
        "shop/app.py": "from fastapi import FastAPI\napp = FastAPI()\n\n@app.get('/')\ndef home(user_id: str): ...\n",
        "tests/unit/test_app.py": "from shop.app import home\n\ndef test_home(): assert home('1') is None\n",
    }
    assert found(tmp_path, files) == ()
