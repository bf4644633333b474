"""Packs: what they say is well-formed, and the libraries that they speak of have it."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from isolint.errors import UsageError
from isolint.kinds import CHOICES, KINDS
from isolint.rules import OPTIONAL, REQUIRED, read_rule
from isolint.vocabulary import Pack, Row, assemble, read_pack, read_rows
from pack_paths import WELL_FORMED, UnresolvedPathError, resolve

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RULES: Final = Path(__file__).parent.parent / "rules"
FILES: Final = sorted((RULES / "vocabulary").glob("*.toml"))
each_pack: Final = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])

INSTALLED: Final = frozenset({
    "_pytest", "aiocache", "aiohttp", "aiosqlite", "anthropic", "anyio", "asgiref", "async_lru", "asyncpg",
    "cachetools", "click", "dependency_injector", "django", "fastapi", "flask", "flask_sqlalchemy", "httpx",
    "hypothesis", "itsdangerous", "jinja2", "langchain_core", "motor", "openai", "opentelemetry", "prometheus_client",
    "psycopg", "pydantic", "pydantic_settings", "pymongo", "pytest", "pytest_asyncio", "redis", "requests",
    "sentry_sdk", "sqlalchemy", "sqlmodel", "starlette", "structlog", "tortoise", "typing_extensions", "websockets",
    "werkzeug",
})  # fmt: skip
# Libraries that the tests do not install; their paths are checked where they happen to be.
ELSEWHERE: Final = frozenset({
    "MySQLdb", "agents", "agno", "aio_pika", "aioboto3", "aiobotocore", "aiodataloader", "aiogram", "aiohttp_security",
    "aiokafka", "aiomcache", "aiomysql", "aioredis", "apscheduler", "asyncache", "asyncmy", "asynctest", "attr",
    "attrs", "authlib", "autogen", "autogen_agentchat", "autogen_core", "blinker", "boto3", "botocore", "bottle",
    "cachelib", "camel", "cashews", "celery", "chainlit", "channels", "cherrypy", "chromadb", "claude_agent_sdk",
    "claude_code_sdk", "confluent_kafka", "crewai", "crewai_tools", "cytoolz", "dash", "databases", "decouple",
    "diffusers", "dingtalk_stream", "discord", "diskcache", "django_redis", "django_rq", "django_tenants", "docker",
    "dogpile", "dspy", "duckdb", "dynaconf", "easyocr", "elasticsearch", "elevenlabs", "environs", "faker", "falcon",
    "fast_depends", "fastapi_cache", "fastapi_injector", "fastapi_login", "fastapi_users", "fastembed",
    "faster_whisper", "fastmcp", "faststream", "fasttext", "firebase_admin", "flaky", "flask_admin", "flask_appbuilder",
    "flask_babel", "flask_caching", "flask_httpauth", "flask_jwt_extended", "flask_login", "flask_restful",
    "flask_restx", "flask_security", "flask_sock", "flask_socketio", "google", "gradio", "grpc", "huggingface_hub",
    "joblib", "jose", "jupyter_events", "jwt", "kafka", "keras", "kombu", "langchain", "langchain_anthropic",
    "langchain_chroma", "langchain_classic", "langchain_community", "langchain_google_genai", "langchain_ollama",
    "langchain_openai", "langgraph", "litellm", "litestar", "llama_cpp", "llama_index", "loguru", "marshmallow",
    "matplotlib", "mcp", "minio", "mock", "modern_di_fastapi", "mongoengine", "msgspec", "mysql", "nats",
    "netra_backend", "nicegui", "ninja", "onnxruntime", "opensearchpy", "oracledb", "pandas", "passlib", "peewee",
    "pika", "pinecone", "playwright", "psycopg2", "psycopg_pool", "pydantic_ai", "pyfakefs", "pymemcache", "pymysql",
    "pyodbc", "pytest_aiohttp", "pytest_benchmark", "pytest_celery", "pytest_codspeed", "pytest_console_scripts",
    "pytest_datadir", "pytest_django", "pytest_docker", "pytest_flask", "pytest_freezer", "pytest_httpserver",
    "pytest_httpx", "pytest_jupyter", "pytest_mock", "pytest_playwright", "pytest_postgresql", "pytest_recording",
    "pytest_redis", "pytest_regressions", "pytest_socket", "pytest_subprocess", "qdrant_client", "quart", "quart_auth",
    "requests_mock", "resend", "respx", "rest_framework", "rest_framework_simplejwt", "robyn", "rq", "sanic",
    "semantic_kernel", "sentence_transformers", "simple_websocket", "slack_bolt", "smolagents", "socketio", "spacy",
    "strands", "strawberry", "streamlit", "stripe", "syrupy", "taskiq", "taskiq_aio_pika", "taskiq_dependencies",
    "taskiq_nats", "taskiq_redis", "telegram", "tenant_schemas", "tensorflow", "test_framework", "that_depends",
    "tiktoken", "time_machine", "toolz", "torch", "tornado", "traitlets", "transformers", "twisted", "typer",
    "ultralytics", "vertexai", "vllm", "weaviate", "web", "whisper", "workflows", "xdist",
})  # fmt: skip
# Programs are pinned to releases of their own: what older or newer ones have.
OTHER_RELEASES: Final = frozenset({
    "django.conf.urls.url",  # until Django 4
    "pytest.mark.flaky", "pytest.mark.timeout",  # markers that only plugins register
    "fastapi.FastAPI().add_event_handler", "starlette.applications.Starlette().add_event_handler",
    "starlette.applications.Starlette().on_event",  # until Starlette 1
    "fastapi.FastAPI().add_websocket_route", "fastapi.FastAPI().route",  # until Starlette 1
    "flask.Blueprint().before_app_first_request", "flask.Flask().before_first_request",  # until Flask 2.3
    "starlette.applications.Starlette().add_websocket_route", "starlette.applications.Starlette().exception_handler",
    "starlette.applications.Starlette().middleware", "starlette.applications.Starlette().route",
    "starlette.applications.Starlette().websocket_route", "starlette.routing.Router().route",
    "starlette.routing.Router().websocket_route",  # until Starlette 1
    "streamlit.experimental_dialog", "streamlit.experimental_fragment", "streamlit.experimental_user",  # until 2025
    "typing.NotRequired", "typing.Required",  # since Python 3.11
    "asyncio.Runner().run", "asyncio.TaskGroup().create_task", "asyncio.taskgroups.TaskGroup().create_task",
    "contextlib.chdir",  # since Python 3.11
    "django.db.connection.set_schema", "django.db.connection.set_tenant",  # what django-tenants' connections have
    "openai.api_base", "openai.proxy",  # until OpenAI 1
    "pydantic.BaseSettings()",  # until Pydantic 2
    "streamlit.cache", "streamlit.experimental_memo", "streamlit.experimental_singleton",  # until 2024
    "uuid.uuid6()", "uuid.uuid7()", "uuid.uuid8()",  # since Python 3.14
})  # fmt: skip
# Kinds whose rows are words, not access paths.
WORDS: Final = frozenset(k for k in KINDS if k.endswith("-name")) | {
    "event-set", "marks-tests", "public-address", "real-marker", "test-hook",
}  # fmt: skip
# Kinds whose rows are names of functions, as their frameworks spell them.
FUNCTIONS: Final = frozenset({"cleanup-name", "test-hook"})


def read(file: Path) -> Pack:
    return read_pack(file.read_text(encoding="utf-8"), file.name)


def canonical(pack: Pack) -> Iterator[str]:
    """The access paths of a pack that are no trailing names."""
    return (row.path for row in access_paths(pack) if not row.path.startswith("*."))


def access_paths(pack: Pack) -> Iterator[Row]:
    """The rows that have an access path, not a word, a setting or the signature of a method."""
    settings = (row for row in pack.rows if row.by == "setting" or (row.kind == "time-limit" and "." not in row.path))
    apart = frozenset(settings)
    return (row for row in pack.rows if row.kind not in WORDS and row.by != "signature" and row not in apart)


def library(path: str) -> str:
    return re.split(r"\W", path, maxsplit=1)[0]


@pytest.fixture(scope="module")
def django() -> None:
    """Django's models, which its authentication and administration import, need settings."""
    import django  # type: ignore[import-untyped]  # it has no annotations
    from django.conf import settings  # type: ignore[import-untyped]

    if not settings.configured:
        settings.configure(INSTALLED_APPS=[f"django.contrib.{app}" for app in ("admin", "auth", "contenttypes")])
        django.setup()


@pytest.mark.parametrize("name", sorted(INSTALLED))
def test_library_is_installed(name: str) -> None:
    assert find_spec(name), f"{name} is not installed: the paths of its pack would go unchecked"


@each_pack
def test_pack_is_named_as_its_file(file: Path) -> None:
    pack = read(file)
    assert pack.name == file.stem
    assert pack.rows
    assert pack.summary
    assert not pack.summary.endswith(".")


@each_pack
def test_paths_are_well_formed(file: Path) -> None:
    pack = read(file)
    assert [row.path for row in access_paths(pack) if not WELL_FORMED.fullmatch(row.path)] == []
    signatures = [row.path for row in pack.rows if row.by == "signature"]
    form = re.compile(r"(\*\w+\.)?\w+\(((\*, )?\w+(, (\*, )?\w+)*(, /)?)?\)")
    assert [path for path in signatures if not form.fullmatch(path)] == []


@each_pack
def test_words_are_lower_case(file: Path) -> None:
    words = [row.path for row in read(file).rows if row.kind in WORDS - FUNCTIONS]
    assert [word for word in words if not re.fullmatch(r"[a-z0-9_]+|/[a-z._-]+", word)] == []


@each_pack
def test_library_of_every_path_is_known(file: Path) -> None:
    known = INSTALLED | ELSEWHERE | sys.stdlib_module_names | {"builtins"}
    assert {library(path) for path in canonical(read(file))} <= known


@pytest.mark.filterwarnings("ignore")
@pytest.mark.usefixtures("django")
@each_pack
def test_paths_resolve_in_the_installed_libraries(file: Path) -> None:
    lost = []
    for path in canonical(read(file)):
        if path in OTHER_RELEASES or (library(path) in ELSEWHERE and not find_spec(library(path))):
            continue
        try:
            resolve(path)
        except (ImportError, UnresolvedPathError) as error:
            lost.append(f"{file.name}: {path}: {error}")
    assert lost == []


def test_exceptions_are_needed() -> None:
    paths = {path for file in FILES for path in canonical(read(file))}
    assert paths >= OTHER_RELEASES
    assert {library(path) for path in paths} >= INSTALLED | ELSEWHERE


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "path",
    [
        "fastapi.FastAPI().gett",  # an attribute of an instance
        "fastapi.Fastapi().get",  # a name of a module
        "aiohttp.web.get().handel",  # behind an annotated result
        "aiohttp.web.Application().router.add_gett",  # behind an annotated property
        "requests.Session()()",  # a call of what cannot be called
        "starlette.routings.Route",  # a module
    ],
)
def test_misspelt_path_does_not_resolve(path: str) -> None:
    with pytest.raises(UnresolvedPathError):
        resolve(path)


def test_nothing_is_said_twice() -> None:
    # An entry may be one in several ways: as a decorator and as a call. A container's methods may take a key or none.
    # Fixtures that give the same differ in their names.
    rows = [row for file in FILES for row in read(file).rows]
    fixtures = {id(row): row.keywords for row in rows if row.kind == "given-fixture"}
    said = Counter((row.kind, row.path, row.by, row.argument, fixtures.get(id(row), ())) for row in rows)
    assert [row for row, times in said.items() if times > 1] == []


def test_packs_without_condition_always_load() -> None:
    vocabulary = assemble(map(read, FILES), (), frozenset(), frozenset())
    assert {pack.name for pack in vocabulary.packs} == {"pytest", "records", "stdlib", "suites", "users"}


def test_agents_load_where_a_project_defines_a_registry() -> None:
    vocabulary = assemble(map(read, FILES), (), {"AgentRegistry"}, frozenset())
    assert {row.kind for row in vocabulary.of("shop.agents.AgentRegistry")} == {"registry"}
    assert {row.kind for row in vocabulary.of("shop.agents.AgentRegistry()")} == {"registry"}
    assert vocabulary.of("shop.agents.AgentClassRegistry") == ()


def test_session_factories_are_no_sessions() -> None:
    vocabulary = assemble(map(read, FILES), (), {"sqlalchemy"}, frozenset())

    def kinds(path: str) -> set[str]:
        return {row.kind for row in vocabulary.of(path)}

    assert kinds("sqlalchemy.orm.sessionmaker()()") == {"database-session"}
    assert kinds("sqlalchemy.orm.sessionmaker().begin()") == {"database-session"}
    assert kinds("sqlalchemy.orm.sessionmaker()") == {"shared-resource"}
    assert kinds("sqlalchemy.orm.scoped_session()") == {"shared-resource", "thread-local"}


@pytest.mark.parametrize("remembers", [
    "langchain.memory.ConversationBufferMemory()", "langchain.chains.ConversationChain()",
    "google.generativeai.GenerativeModel().start_chat()", "google.genai.Client().chats.create()",
    "llama_index.core.chat_engine.SimpleChatEngine.from_defaults()", "shop.index.as_chat_engine()",
    "autogen.AssistantAgent()", "claude_agent_sdk.ClaudeSDKClient()",
])  # fmt: skip
def test_what_remembers_by_itself_is_a_conversation(remembers: str) -> None:
    mentions = {"langchain", "genai", "llama_index", "autogen", "claude_agent_sdk"}
    vocabulary = assemble(map(read, FILES), (), mentions, ())
    assert [row.kind for row in vocabulary.of(remembers) if row.methods and row.kind == "conversation"]


@pytest.mark.parametrize("forgets", [
    "langchain_core.runnables.history.RunnableWithMessageHistory()",  # by session id
    "langgraph.checkpoint.memory.MemorySaver()",  # by thread id
    "langchain.chains.ConversationalRetrievalChain.from_llm()",  # only with a memory, which is the conversation then
    "google.generativeai.GenerativeModel()", "openai.OpenAI()", "llama_index.core.VectorStoreIndex().as_query_engine()",
])  # fmt: skip
def test_what_forgets_or_asks_for_whom_is_no_conversation(forgets: str) -> None:
    vocabulary = assemble(map(read, FILES), (), {"langchain", "langgraph", "genai", "openai", "llama_index"}, ())
    assert "conversation" not in {row.kind for row in vocabulary.of(forgets)}


def test_method_of_containers_has_one_key_in_all_rows() -> None:
    # Writes are found by the method's name, before anybody knows what it is called on.
    keys: dict[str, set[int]] = {}
    for row in (row for file in FILES for row in read(file).rows if row.kind == "container"):
        for method in row.methods:
            keys.setdefault(method, set()).add(row.argument)
    assert {method for method, found in keys.items() if len(found) > 1} == set()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = 'shop", "shop.toml: not TOML: "),
        ("summary = 'x'", "shop.toml: name: expected a string, got None"),
        ("name = 1", "shop.toml: name: expected a string, got 1"),
        ("nam = 'shop'", "shop.toml: unknown key 'nam', did you mean 'name'?"),
        ("name = 'shop'\nloads-when = 'shop'", "shop.toml: loads-when: expected a list, got 'shop'"),
        ("name = 'shop'\nframework = 1", "shop.toml: framework: expected true or false, got 1"),
        ("name = 'shop'\nvocabulary = []", "shop.toml: vocabulary: expected a table, got []"),
    ],
)
def test_mistake_in_a_pack(text: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        read_pack(text, "shop.toml")
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("databse-session = []", "databse-session: unknown kind, did you mean 'database-session'?"),
        ("cache = 'a.b'", "cache: expected a list, got 'a.b'"),
        ("cache = [1]", "cache: expected a table, got 1"),
        ("cache = [{ }]", "cache: a row needs `path` or `paths`"),
        ("cache = [{ path = 1 }]", "cache.path: expected a string, got 1"),
        ("cache = [{ paths = 'a.b' }]", "cache.paths: expected a list, got 'a.b'"),
        ("cache = [{ pth = 'a.b' }]", "cache.pth: unknown key, did you mean 'path'?"),
        ("cache = [{ path = 'a.b', argument = 0 }]", "cache.argument: unknown key, known: by, keywords, path, paths"),
        ("client = [{ path = 'a.b', method = [] }]", "client.method: unknown key, did you mean 'methods'?"),
        ("client = [{ path = 'a.b', methods = [1] }]", "client.methods: expected a string, got 1"),
        ("injector = [{ path = 'a.b', argument = '0' }]", "injector.argument: expected a number, got '0'"),
        (
            "entry = [{ path = 'a.b', by = 'bas' }]",
            f"entry.by: 'bas' is none of {', '.join(CHOICES['by'])}",
        ),
    ],
)
def test_mistake_in_a_row(rows: str, message: str) -> None:
    with pytest.raises(UsageError) as in_pack:
        read_pack(f"name = 'shop'\n[vocabulary]\n{rows}", "shop.toml")
    assert str(in_pack.value) == f"shop.toml: vocabulary.{message}"
    with pytest.raises(UsageError) as in_project:
        read_rows(tomllib.loads(rows), "pyproject.toml", "vocabulary", "project")
    assert str(in_project.value) == f"pyproject.toml: vocabulary.{message}"


def test_unknown_pack_in_the_configuration() -> None:
    with pytest.raises(UsageError, match=re.escape("packs: unknown pack 'agent', did you mean 'agents'?")):
        assemble(map(read, FILES), (), frozenset(), {"agent"})


@pytest.fixture(scope="module")
def readme() -> str:
    return (RULES / "README.md").read_text(encoding="utf-8")


def test_examples_of_the_readme_hold_and_cover_every_kind(readme: str) -> None:
    shown: list[Row] = []
    for block in re.findall(r"```toml\n(.*?)```", readme, re.DOTALL):
        table = tomllib.loads(block)
        if "code" in table:
            assert read_rule(block, "README.md", "session").check is not None
        elif "fix" in table:
            rule = next(text for text in re.findall(r"```toml\n(.*?)```", readme, re.DOTALL) if "[check]" in text)
            assert read_rule(rule + block, "README.md", "session").fix is not None
        elif "tool" in table:
            shown += read_rows(table["tool"]["isolint"]["vocabulary"], "README.md", "vocabulary", "project")
        else:
            shown += read_pack(f"name = 'readme'\n{block}" if "name" not in table else block, "README.md").rows
    assert {row.kind for row in shown} == set(KINDS)


def test_readme_explains_every_field(readme: str) -> None:
    explained = set(re.findall(r"^\| `([\w-]+)` \|", readme, re.MULTILINE))
    fields = {name for names in KINDS.values() for name in names}
    assert explained >= {*KINDS, *fields, *REQUIRED, *OPTIONAL, "name", "summary", "loads-when", "framework"}
