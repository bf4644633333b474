"""Kinds: what a row of a pack can be of, which fields each kind takes, and what these may hold."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

KINDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        # entry points; methods: of a base; argument and keywords: of a registering call; context: whether the call
        # runs in an execution context of its own; instance: how long the framework keeps objects of the base; fills:
        # how many arguments the framework gives; serving, "others": one only where other entries are
        "entry": frozenset(
            {"by", "opens", "context", "instance", "methods", "argument", "keywords", "fills", "serving"}
        ),
        # a prefix of an entry's path: what is registered with it serves everybody as long as the application lives
        "host": frozenset(),
        "request": frozenset(),  # the request itself, or a name that stands for the current one: whose data it is
        "request-state": frozenset(),  # a place that belongs to one request, however long the name lives
        "start-up": frozenset(
            {"keywords"}
        ),  # a decorator of, or what is given, functions that run once before any request
        "injector": frozenset({"argument", "keywords"}),  # hands a function's result to a parameter
        "application-state": frozenset(),  # attributes of it live as long as the process
        # a decorator, metaclass or base of classes that have one object; argument: of a call, where the class stands
        "makes-once": frozenset({"argument"}),
        # a decorator that keeps results for the process; keywords: what says the key; by, "name": kept under the
        # function's name, whenever it is defined, without arguments that begin with an underscore
        "cache": frozenset({"keywords", "by"}),
        "type-wrapper": frozenset({"argument"}),  # Optional[X] is X; argument: which of its parameters
        "property": frozenset(),  # a decorator that turns a method into an attribute
        "cache-store": frozenset({"methods", "argument"}),  # methods: that keep a value; argument: which is the key
        # values
        # methods: that release it; by: how the call that gives it is entered so that it is released, and nothing else
        "database-session": frozenset({"methods", "by"}),
        "resource": frozenset({"methods", "by"}),  # what must be released; both as above
        "shared-resource": frozenset(),  # meant to be shared: an engine, a factory, a pool, a lock, a logger, settings
        "frozen": frozenset(),  # nobody can change it
        "parameter-marker": frozenset(),  # stands as a default and tells a framework about the parameter
        "container": frozenset({"methods", "argument"}),  # can be changed; methods: that add; argument: which is a key
        "fields": frozenset(),  # a base or decorator of classes whose objects each get their own of what the body binds
        "weak-container": frozenset(),  # holds what it holds only as long as somebody else does
        "channel": frozenset({"methods"}),  # a queue between tasks; methods: that take from it
        # waits for the next event of anybody; argument: which; methods: those that users cause; keywords: what picks
        "next-event": frozenset({"argument", "methods", "keywords"}),
        "lock": frozenset(),
        "context-variable": frozenset(),
        # what each thread has one of; argument and keywords: what makes it one of something else, where given
        "thread-local": frozenset({"argument", "keywords"}),
        "unique": frozenset(),  # a call whose result is new each time: a fresh identifier
        "conversation": frozenset({"methods"}),  # remembers what it is told; methods: that tell it something
        # keeps conversations by an id that calls give; methods: those calls; argument and keywords: what it is made
        # with, to keep them
        "conversation-store": frozenset({"methods", "argument", "keywords"}),
        "partial": frozenset({"argument", "keywords"}),  # a function with some of its arguments given; which is it
        "asks-command-line": frozenset(),  # reads the arguments of the program: a file that does it at once is a script
        # runs what it is given; argument: which, -1 is every one; keywords: the names that it can be given by
        # context, "own": in a context that no other call meets
        "spawner": frozenset({"runs", "argument", "keywords", "context"}),
        # the process
        # by attribute or call: a setting of the whole process; context, "reused": only of the execution context, so it
        # reaches another request where that is reused; methods: what sets it back, names beside the path's last one
        # keywords: calls of tests that set it and have it set back
        "process-state": frozenset({"by", "argument", "context", "methods", "keywords"}),
        # a call that sets how the whole process behaves, not for whom; argument: what is set; methods: what sets it
        # back, names beside the path's last one; keywords: constants that it begins with
        "process-behaviour": frozenset({"argument", "methods", "keywords"}),
        # a project's own object for the settings of the process; methods: that change, keywords: that set back
        "environment": frozenset({"methods", "keywords"}),
        "overrides-name": frozenset(),  # attributes of an application that hold what replaces its dependencies
        "restoring": frozenset(),  # entered, it sets something and sets it back
        # a call that sets a state of a connection, which it keeps in its pool; methods: what sets it back
        "connection-state": frozenset({"methods"}),
        # calls what is added to it, for everybody; methods: that add; keywords: the methods that take away again;
        # argument: what it is added to, if the call is a function's; instance, "application": there is one of it
        "hook": frozenset({"methods", "keywords", "argument", "instance"}),
        "websocket": frozenset({"methods"}),  # a server's side of a connection; methods: what sends
        "connection-name": frozenset(),  # names of parameters that say which connection it is
        "websocket-name": frozenset(),  # names of parameters that hold a connection
        # a library's call that sends to connections: argument and keywords: which ones; without them all
        "broadcast": frozenset({"argument", "keywords"}),
        "reply": frozenset({"keywords"}),  # answers one connection; with one of the keywords it goes to all
        "broadcast-name": frozenset(),  # methods by which connection managers send to all
        "conversation-name": frozenset(),  # names of places that hold what one user said and was told
        "personal-name": frozenset(),  # names that hold what belongs to one user: a job, a notification
        # things that projects share
        "registry": frozenset(
            {"methods", "keywords"}
        ),  # methods: accessors; keywords: attributes whose elements are taken
        "registry-name": frozenset(),  # names that hold such a registry
        # makes for one user what a registry hands out; methods: the accessors and attributes that it stands for;
        # keywords: the registries, by the names of their classes, of their getters or of what holds them
        "registry-factory": frozenset({"methods", "keywords"}),
        "connection-manager": frozenset(),
        "connection-manager-factory": frozenset(),
        # users
        "context": frozenset(),  # a value that says whose request this is
        "needs-context": frozenset(),  # what is made for one user
        "context-getter": frozenset(),  # gives one user's manager or dispatcher where it is told whose
        "identity-carrier": frozenset(),  # a value that is no context and says for whom something is done
        "context-name": frozenset(),  # names of parameters, fixtures and attributes that hold a context
        # words that names of classes end with of which one object serves all; methods: those that tell it whom now;
        # keywords: parameters of which they take one
        "serving-name": frozenset({"methods", "keywords"}),
        "identity-name": frozenset(),  # names that hold a user, tenant or session
        # tests
        "fixture": frozenset({"awaits"}),  # awaits: which functions it decorates may be coroutines
        # a class whose subclasses are tests; methods: the hooks that run before a test, keywords: after it, both in
        # their order; awaits: which hooks and tests may be coroutines; gives: the attributes that a test may read
        "test-base": frozenset({"methods", "keywords", "awaits", "gives"}),
        # a hook of modules (by, "module"), of their functions ("function") and of plain test classes, once for the
        # class ("class") or for each test; keywords: the hooks that clean up after it
        "test-hook": frozenset({"keywords", "by"}),
        "cleanup-name": frozenset({"argument"}),  # a method that is told what runs after the test; argument: which
        "plain-base": frozenset(),  # a base or metaclass that gives test classes nothing
        "real-marker": frozenset(),  # names of markers of tests that run against real services
        # a decorator that marks a test: path + the marker; keywords: names in modules and classes that hold some
        "mark": frozenset({"keywords"}),
        # a marker that asks for fixtures: those it is given, or keywords; by, "setting": of a
        # coroutine, where the setting has one of the values in methods
        "uses-fixtures": frozenset({"by", "keywords", "methods"}),
        # what a library's fixture gives; keywords: its names; methods: the fixtures that it asks for itself; runs: for
        # every test, asked for or not
        "given-fixture": frozenset({"keywords", "methods", "runs"}),
        # gives parameters of what it decorates; by, "names": its first argument says which, but for those that the
        # keyword in keywords leaves to fixtures; "keywords": its keywords do, and arguments fill up from the last one
        "fills-parameters": frozenset({"by", "keywords", "argument"}),
        # a hook that changes what was collected; methods: those that add a marker; keywords: attributes that say where
        "marks-tests": frozenset({"methods", "keywords"}),
        "plugins-name": frozenset(),  # a module's name that says which modules are plugins
        "time-limit": frozenset(),  # a marker, setting or argument that ends a test after some time
        "skip": frozenset({"by"}),  # turns a test off; by, "module": where the module that it names is not there
        "retry": frozenset(),  # a marker or decorator that runs a test again until it passes
        "required-base": frozenset({"keywords"}),  # test classes inherit from it; keywords: in which kinds of area
        "external": frozenset(),  # names of what a project does not own and real tests may replace: a paid model
        "service-name": frozenset(),  # words for something that runs beside the tests
        "absence-name": frozenset(),  # words for not being there
        "optional-name": frozenset(),  # words for what a machine may lack: a library, a platform
        "isolation-name": frozenset(),  # words in names of tests of isolation
        "person-name": frozenset(),  # words for one user
        "people-name": frozenset(),  # words that say that there are several
        "run-name": frozenset(),  # names that hold one run or request of a user's
        "asserting-name": frozenset(),  # words in names of helpers that assert
        "concurrency-name": frozenset(),  # words in names of tests that run things together
        "parallel-name": frozenset(),  # words that tell so of what is called, and name a feature in names of tests
        "crowd-name": frozenset(),  # words in names of tests that have several users
        "user-count-name": frozenset(),  # names of numbers of users
        "clean-up-name": frozenset(),  # words in names of what clears away
        "rate-limit-name": frozenset(),  # words in names of tests of rate limits
        "rate-limiter-name": frozenset(),  # words in names of tests of a limiter itself, or of somebody else's limits
        "measure-name": frozenset(),  # words for a count of what stays behind
        "reliability-name": frozenset(),  # words in names of tests of the network's reliability
        "expects-error": frozenset(),
        "mock": frozenset(),
        "event-set": frozenset({"keywords"}),  # a set's name; keywords: the events that every run sends, in their order
        "sending-name": frozenset(),  # words in names of what sends or records an event, and checks none
        "event-name": frozenset(),  # words in names of what has to do with events
        "whole-run-name": frozenset(),  # words in names of tests of a run from its first event to its last
        "order-name": frozenset(),  # words that speak of an order
        "assertion-name": frozenset(),  # how names of functions that assert begin
        "fails-test": frozenset(),  # ends a test by an error that is no Exception
        # what runs and is told
        "returns-errors": frozenset({"keywords"}),  # keywords: with them it gives exceptions back among its results
        "hands-through": frozenset(),  # gives what it is given, or its elements: awaited, shielded, numbered
        "suppresses": frozenset(),  # entered, it swallows the errors that it is given
        "harmless": frozenset({"methods"}),  # looks at what it is given or tells a reader; methods: of what it makes
        "log-name": frozenset(),  # words in names of what writes a log
        "ending-name": frozenset({"by"}),  # words in names of what ends something; by, "call": for all that follows
        # the network
        "client": frozenset({"methods", "keywords"}),  # methods: that send; keywords: that carry credentials
        "client-call": frozenset({"keywords"}),  # a function that sends
        "credential-name": frozenset(),  # words in names and headers that speak of a credential
        "secret-name": frozenset(),  # those of them that count where something is sent or signed in
        "no-credential-name": frozenset(),  # words that only sound like one: what a service or a model is made with
        "authentication-name": frozenset(),  # words in addresses and names that speak of authentication itself
        "plain-header-name": frozenset(),  # names of headers that say nothing about a user
        "public-address": frozenset(),
        "security": frozenset(),  # a program that uses it authenticates its users
        "verifier-name": frozenset(),  # words in names of what finds out who calls
        "middleware-name": frozenset(),  # words for what runs before every route
        "auth-helper": frozenset(),  # classes and functions by which tests authenticate
        # settings by which authentication is switched off; keywords: the values that do it, none: all but false ones
        "bypass-name": frozenset({"keywords"}),
        "fake-credential-name": frozenset(),  # words in credentials that nobody issued
        "refused-credential-name": frozenset(),  # words in credentials that are meant to be refused
        "replaces-dependency": frozenset(),  # a dictionary of an application: what stands in the place of a dependency
        "router": frozenset({"keywords"}),  # makes what routes hang on; keywords: what their addresses begin with
        # puts a router under an address; argument: which is the router; keywords: the address
        "mounts": frozenset({"argument", "keywords"}),
    }
)
LISTS: Final = frozenset({"methods", "keywords", "awaits", "gives"})
PLAIN: Final = frozenset({"by", "opens", "context", "instance", "runs", "serving"})
CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "by": (
        "decorator", "call", "base", "signature", "module", "attribute", "name", "names", "keywords", "class",
        "function", "setting", "first", "with", "async with", "async with await",
    ),
    "opens": ("request",),
    "context": ("own", "reused"), "instance": ("request", "application"),
    "runs": ("together", "later", "in-turn", "thread", "inline", "always"), "serving": ("others",),
})  # fmt: skip
