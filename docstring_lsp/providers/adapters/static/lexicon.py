"""The words the embedded author knows: tables only, no rules."""

from __future__ import annotations

ACRONYMS = {
    word.lower(): word
    for word in """
    API ASCII AST AWS CA CLI CPU CRC CRLF CSRF CSS CSV CWD DB DNS DOM EOF FIFO FTP GC GPU GUI HMAC
    HTML HTTP HTTPS I18N ICMP ID IMAP IO IP IPC ISO JSON JWT L10N LDAP LRU LSP MAC MD5 MIME MRO
    NTP NULL OAuth ORM OS PDF PEM PID PNG POP3 RAM REPL REST RGB RPC RSA RSS SDK SHA SHA1 SHA256
    SMTP SQL SSH SSL STDERR STDIN STDOUT SVG TCP TLS TOML TTL TTY UDP UI UID URI URL UTC UTF8 UUID
    VM WSGI ASGI XHTML XML XMLRPC YAML ZIP
    """.split()
} | {
    "ids": "IDs", "urls": "URLs", "uris": "URIs", "apis": "APIs", "ips": "IPs", "pids": "PIDs",
    "uuids": "UUIDs", "guid": "GUID", "utf8": "UTF-8", "utf16": "UTF-16", "ipv4": "IPv4",
    "ipv6": "IPv6", "stdin": "standard input", "stdout": "standard output",
    "stderr": "standard error", "null": "null", "zip": "zip", "python": "Python",
    "unicode": "Unicode", "unix": "Unix", "linux": "Linux", "windows": "Windows",
    "english": "English", "sqlite": "SQLite", "github": "GitHub", "django": "Django",
    "numpy": "NumPy", "posix": "POSIX", "base64": "Base64", "rest": "rest", "pop3": "POP3",
    "ram": "RAM", "mac": "MAC",
}  # fmt: skip
"""Lower-case word to its spelling in prose."""

SPOKEN_AS_WORDS = frozenset(
    {
        "ASCII",
        "RAM",
        "FIFO",
        "NULL",
        "MIME",
        "REST",
        "SOAP",
        "YAML",
        "TOML",
        "JSON",
        "OAuth",
        "WSGI",
        "ASGI",
        "GUI",
        "POSIX",
        "UTC",
        "UTF",
        "UUID",
        "URL",
        "URLs",
        "URI",
        "URIs",
        "UI",
        "UID",
        "UDP",
        "EOF",
    }
) - frozenset(
    {"UTC", "UTF", "UUID", "URL", "URLs", "URI", "URIs", "UI", "UID", "UDP", "EOF", "WSGI"}
)  # noqa: E501
"""Acronyms read as words, so that their first letter's sound decides the article."""

EXPANSIONS = {
    "arg": "argument", "args": "arguments", "attr": "attribute", "attrs": "attributes",
    "bool": "boolean", "buf": "buffer", "cb": "callback", "cfg": "configuration", "char": "character", "chars": "characters",
    "cls": "class", "cmd": "command", "cmds": "commands", "cnt": "count", "col": "column",
    "cols": "columns", "cond": "condition", "conf": "configuration", "config": "configuration", "configs": "configurations",
    "conn": "connection", "coord": "coordinate", "coords": "coordinates", "ctx": "context",
    "cur": "current", "curr": "current", "db": "database", "decl": "declaration", "def": "definition", "defs": "definitions",
    "deps": "dependencies", "dep": "dependency", "desc": "description", "dest": "destination",
    "diff": "difference", "dict": "dictionary", "dicts": "dictionaries", "dir": "directory",
    "dirs": "directories", "doc": "document", "docs": "documents", "dst": "destination",
    "elem": "element", "elems": "elements", "elt": "element", "env": "environment", "err": "error", "exc": "exception",
    "expr": "expression", "exprs": "expressions", "ext": "extension", "fd": "file descriptor",
    "fmt": "format", "fn": "function", "fname": "file name", "filename": "file name", "filenames": "file names",
    "filepath": "file path", "filepaths": "file paths", "fp": "file", "func": "function", "funcs": "functions", "hdr": "header",
    "idx": "index", "img": "image", "imgs": "images", "impl": "implementation", "info": "information",
    "init": "initial", "int": "integer", "ints": "integers", "iter": "iterator", "kwargs": "keyword arguments", "kwds": "keyword arguments",
    "lang": "language", "len": "length", "lib": "library", "libs": "libraries", "loc": "location", "lang": "language",
    "lhs": "left-hand side", "rhs": "right-hand side", "max": "maximum", "mem": "memory", "meth": "method",
    "min": "minimum", "mod": "module", "mods": "modules", "msg": "message", "msgs": "messages", "mtime": "modification time", "num": "number", "nums": "numbers",
    "obj": "object", "objs": "objects", "op": "operation", "ops": "operations", "opt": "option",
    "opts": "options", "param": "parameter", "params": "parameters", "pkg": "package", "pkgs": "packages",
    "pos": "position", "prefs": "preferences", "prev": "previous", "proc": "process", "procs": "processes", "prop": "property", "props": "properties",
    "ptr": "pointer", "pwd": "password", "passwd": "password", "pat": "pattern", "qs": "query string", "ref": "reference", "refs": "references",
    "regex": "regular expression", "repo": "repository", "repos": "repositories", "req": "request", "res": "result",
    "resp": "response", "ret": "result", "seq": "sequence", "sig": "signature", "spec": "specification", "specs": "specifications", "src": "source", "srcs": "sources",
    "stmt": "statement", "stmts": "statements", "str": "string", "strs": "strings", "struct": "structure", "subdir": "subdirectory",
    "tb": "traceback", "temp": "temporary", "tmp": "temporary", "tok": "token", "toks": "tokens", "txt": "text", "usr": "user", "util": "utility", "utils": "utilities",
    "val": "value", "vals": "values", "var": "variable", "vars": "variables", "ver": "version", "btn": "button", "auth": "authentication", "ns": "namespace",
    "datetime": "date and time", "timestamp": "time stamp", "pathname": "path name", "basename": "base name", "dirname": "directory name",
    "hostname": "host name", "username": "user name", "namespace": "name space", "tuple": "tuple", "async": "asynchronous", "sync": "synchronous",
}  # fmt: skip
"""Abbreviations of nouns and what they stand for."""

VERBS = frozenset(
    """
    abort absorb accept accumulate acquire activate actualize adapt add adjust advance aggregate
    align allocate allow alter analyse analyze announce annotate apply approve archive arrange ask assemble
    assert assign associate attach authenticate authorize await balance become begin benchmark bind blend
    boot bootstrap bring broadcast browse build bump bundle calculate calibrate cancel capitalize
    capture cast categorize change check choose clamp classify clean cleanse clear click clone close
    collapse collect colorize combine commit communicate compare compile complain complete compose compress compute
    concatenate conclude configure confirm conjugate connect consider construct consume contain
    continue contribute convert convolve coordinate copy correct create crop customize cut
    deactivate debug decide declare decode decompress decorate decrease decrement decrypt deduce deduplicate deepcopy
    defer define deflate deform degrade delegate delete deliver demand demangle denormalize deny deploy deprecate
    derive descend describe deserialize destroy detach detect determine differentiate disable disallow disarm discard
    disconnect discover dismiss dispatch display dispose distribute divide do download draw drop dump
    duplicate edit elide eliminate embed emit emulate enable encapsulate enclose encode encrypt end
    enforce engage enqueue enrich ensure enter enumerate erase escape establish estimate evaluate
    evict examine exclude execute exhaust expand expect expire explain explode explore expose express extend
    extract extrapolate factorize fail fake feed fetch fill finalize find finish fire fit fix flag
    flatten flip flush fold follow forbid force forecast forget fork format forward fragment freeze
    fuse gather generate get give grab grant grow guarantee guess guide handle hide hijack identify
    ignore imitate implement imply import improve include increase increment indicate infer inflate inform
    inherit inject initialise initialize insert inspect install instantiate instruct integrate interact intercept interpolate
    interpret interrupt intersect introduce invalidate inverse invert invoke isolate iterate join jump keep kill
    know launch leave let lift list listen load locate log login logout look lower make
    manage mangle manipulate materialize measure memoize merge migrate minify minimize maximize mock modify monitor mount
    move multiply mutate navigate negate negotiate normalise normalize notify observe obtain
    omit open optimise optimize organize orthogonalize overlap override overwrite pack paint parametrize parse paste
    patch pause peek perform permit permute persist pick ping place plot poll pop populate post postpone
    precompute predict prefetch prefix prepare prepend preprocess present preserve prettify prevent print proceed
    process produce promote prompt propagate protect prove provide prune publish pull purge push put qualify
    query quit quote raise randomize read realize rebuild recalculate receive recognize recommend recompute reconcile reconnect
    record recover recreate redirect redo reduce refactor refer refine reflect refresh refuse regenerate register
    reindex reject relate release reload remap remember remind remove rename render reopen reorder
    repair repeat replace replay reply report represent request require reraise reschedule reserve reset reshape resize resolve
    respond restart restore restrict resume retain rethrow retrieve retry return reveal reverse revert review revise revoke
    rewind rewrite roll rotate round route run sanitize save scale scan scatter schedule scrape scroll seal search
    seed seek select send separate serialise serialize serve set setup shift show shrink shuffle shut
    shutdown sign signal simplify simulate skip sleep slice slugify smooth snap solve sort spawn specify
    split squash squeeze stack standardize start stash stop store stream strip stringify sub subclass submit
    subscribe substitute subtract suggest sum summarize supply support suppress suspend swallow swap sweep switch synchronize
    synthesize tabulate take teardown tell terminate tidy throw toggle tokenize touch track traverse
    train transcribe transfer transform transition translate transpose trigger trim truncate try tune turn unbind
    uncompress undo unescape unfold uninstall unload unlink unlock unmount unpack unpickle unquote unregister unset
    unsubscribe untag unwind unwrap unzip update upgrade uplift upload upsert use validate vectorize verify visit
    visualize wait wake walk warn watch weigh whiten withdraw wrap write yield zoom pickle marshal unmarshal
    jit lint inline obfuscate dedent dedupe diff differ fabricate fuzz hydrate dehydrate impersonate
    paginate parallelize partition perturb preload quantize rasterize rebase sift spell stem stub
    tag taint thread throttle time trace transmit trap tweak type undelete vacuum verbalize wipe zero
    """.split()
) - frozenset(
    {
        "time",
        "type",
        "zero",
        "stub",
        "stem",
        "thread",
        "sub",
        "present",
        "coordinate",
        "inverse",
        "differ",
    }
)
"""Base forms that open a name as a verb."""

VERBS_OR_NOUNS = frozenset(
    """
    access address answer attempt back bind block board buffer cache call care catch cause chain challenge chunk
    cite claim cover cross cycle date deal default delay demo design document echo effect
    exit exchange export filter focus group guard halt hash hit hold hook host index initial insert issue label lease
    limit link load lock loop map mark mask match matter mirror model mux name need nest note number object offer
    offset order output own pad page panic parent pass permute pin pipe play point preview price probe
    profile program project purpose queue race range rank rate reason result sample scope score screen share shape signal
    size sketch snapshot sound source state step strike structure style subset suffix sum surface survey tab
    tail tally target taste test title token total transport travel trial tunnel turn view visit vote watch work zip
    """.split()
) & frozenset(
    """
    access block buffer cache call catch chain chunk cite delay echo exit exchange export filter
    focus group guard halt hash hit hold hook index insert issue label limit link load lock loop map mark mask match mirror
    mux pad pass pin pipe play preview probe profile queue rank rate sample score share sum tally test vote work zip count
    """.split()
)
"""Words that open a name as a verb only where something follows them or nothing is returned."""

VERB_ABBREVIATIONS = {
    "alloc": "allocate", "assoc": "associate", "calc": "calculate", "cleanup": "clean up", "cmp": "compare", "comp": "compute",
    "concat": "concatenate", "conv": "convert", "cp": "copy", "del": "delete", "dec": "decode", "enc": "encode", "eval": "evaluate", "exec": "execute", "fmt": "format", "gen": "generate",
    "incr": "increment", "decr": "decrement", "init": "initialize", "inc": "increment", "iter": "iterate over", "lookup": "look up", "login": "log in", "logout": "log out", "mk": "make", "mkdir": "make the directory",
    "normalise": "normalize", "plt": "plot", "prep": "prepare", "proc": "process", "recv": "receive", "reinit": "initialize again", "repr": "represent", "rm": "remove", "rmtree": "remove the tree", "setup": "set up",
    "shutdown": "shut down", "startup": "start up", "sub": "substitute", "sync": "synchronize", "teardown": "tear down", "unparse": "unparse", "vis": "visualize", "backup": "back up", "checkout": "check out", "makedirs": "make the directories", "rollback": "roll back", "getattr": "get an attribute", "async": "run asynchronously",
}  # fmt: skip
(
    VERB_ABBREVIATIONS.pop("async"),
    VERB_ABBREVIATIONS.pop("dec"),
    VERB_ABBREVIATIONS.pop("enc"),
    VERB_ABBREVIATIONS.pop("vis"),
    VERB_ABBREVIATIONS.pop("plt"),
    VERB_ABBREVIATIONS.pop("getattr"),
    VERB_ABBREVIATIONS.pop("fmt"),
    VERB_ABBREVIATIONS.pop("proc"),
    VERB_ABBREVIATIONS.pop("comp"),
    VERB_ABBREVIATIONS.pop("repr"),
)  # noqa: E501
"""Short and compound verbs, and the words they stand for."""

STATES = frozenset(
    """
    accept allow begin belong contain depend differ do equal exist expect fit handle have hold include inherit intersect
    lack live look match mean need offer overlap own permit point provide refer require respect satisfy
    start support take trust use want work
    """.split()
)
"""Verbs that in the third person ask a question: ``supports_color``, ``user_exists``."""

ADJECTIVES = frozenset(
    """
    absent absolute abstract active actual alive alone ambiguous anonymous ascii async asynchronous atomic available awake bad binary blank
    busy circular clean common compatible complete concrete concurrent connected consistent constant correct current dead deep default dense
    different diagonal direct dirty done dry due dynamic eager empty enabled equal even exact exhausted
    external false fast final finite first flat foreign fresh full general generic global good greedy happy hashable hidden
    idle identical idempotent immutable implicit explicit incomplete inconsistent independent infinite inline internal invalid invisible
    iterable known last lazy left legal linear literal local long lossless loose low mandatory manual missing mutable
    naive native negative nested new normal null numeric odd offline old online open optional optimal orthogonal overdue parallel
    partial pending perfect persistent plain positive present primary prime private proper public pure quiet random raw reachable
    ready real recent recursive redundant relative relevant remote required responsive right safe same secure sensitive serial
    shallow short signed silent similar simple single singular slow sparse special stable stale standalone static
    strict strong subnormal sufficient symbolic symmetric symmetrical synchronous temporary terminal thin transient transparent
    trivial true unavailable unique unknown unlimited unsafe up valid verbose virtual visible volatile weak wide
    zero closed broken frozen hidden shown bound unbound given written built torn worn sunk set unset down shut canonical
    lower upper alphanumeric alphabetic decimal printable numeric nan inf leaf
    """.split()
) - frozenset({"leaf", "left", "right", "zero", "default", "nan", "inf", "set", "ascii"})
"""Words that follow ``is`` without an article."""

NOT_ADJECTIVES = frozenset(
    """
    archive adjective cable descriptor directive executable feed seed need speed variable table label
    objective perspective iterable derivative alternative embed shed exceed proceed succeed drive
    callable native five hive live olive octave primitive virus bus status
    """.split()
) - frozenset({"callable", "native", "iterable", "executable"})
"""Words that end like adjectives and are none."""

NEVER_ARTICLE = frozenset(
    """
    all any both each either every few it its many most much neither no none one other another some that
    these this those what which two three four five my our self everything nothing anything something
    """.split()
)
"""Words that stand in front of a noun in place of an article."""

PREPOSITIONS = frozenset(
    """
    about above across after against along among around as at before behind below between by during
    except for from in inside into like of off on onto out outside over per since than through to
    toward towards under until upon via when where while with within without if and or but not only
    """.split()
)
"""Words that end the object of a name's verb."""

PARTICLES = frozenset({"up", "down", "out", "off", "back", "away", "over", "in", "on", "forward"})
"""Words that belong to the verb in front of them, as in ``set_up``."""

PHRASAL = frozenset(
    """
    set up|tear down|shut down|log in|log out|sign in|sign up|sign out|clean up|look up|start up|back up|roll back|fall back|switch on|switch off|
    turn on|turn off|turn over|time out|write out|read in|print out|move up|move down|scroll up|scroll down|fill in|fill out|check in|check out|build up|
    break up|bring up|hang up|hand over|hand off|take over|carry over|flush out|filter out|lay out|line up|map out|opt in|opt out|pick up|play back|pull back|
    push back|put back|send out|speed up|slow down|split off|split up|start over|step over|step in|step out|strip out|swap in|swap out|throw away|tidy up|wake up|warm up|wind up|write back|read back|zoom in|zoom out|go back|go forward|step back|finish up|wrap up|parse out|cut off|call back|page down|page up
    """.replace("\n", "").split("|")
)
"""Verbs of two words."""

IRREGULAR_PLURALS = {
    "child": "children", "index": "indices", "man": "men", "person": "people", "vertex": "vertices", "matrix": "matrices", "axis": "axes",
    "datum": "data", "criterion": "criteria", "leaf": "leaves", "half": "halves", "basis": "bases", "analysis": "analyses",
    "alias": "aliases", "status": "statuses", "bus": "buses", "ID": "IDs", "URL": "URLs", "URI": "URIs", "UUID": "UUIDs",
    "class": "classes", "process": "processes", "address": "addresses", "access": "accesses",
    "canvas": "canvases", "quiz": "quizzes", "series": "series", "species": "species", "antenna": "antennas",
}  # fmt: skip
IRREGULAR_SINGULARS = {many: one for one, many in IRREGULAR_PLURALS.items() if many != one} | {
    "indexes": "index",
    "caches": "cache",
    "types": "type",
    "names": "name",
    "lines": "line",
    "files": "file",
    "values": "value",
    "nodes": "node",
    "modules": "module",
    "rules": "rule",
    "sizes": "size",
    "dates": "date",
    "times": "time",
    "cases": "case",
    "databases": "database",
    "bases": "base",
    "edges": "edge",
    "pages": "page",
    "images": "image",
    "messages": "message",
    "packages": "package",
    "sources": "source",
    "instances": "instance",
    "responses": "response",
    "axes": "axis",
    "cookies": "cookie",
    "movies": "movie",
    "keys": "key",
}  # noqa: E501

SINGULAR_IN_S = frozenset(
    """
    access address alias always analysis as axis basis bias bus canvas chaos class compass cross dress
    focus gas glass has is its less lens mass minus news os pass plus press previous process progress
    radius series status stress success this thus toss us virus was yes https dns css sms tls cls
    redis kubernetes pandas jenkins postgres atlas args previous synopsis hypothesis ellipsis
    """.split()
)
"""Words in -s that are no plurals."""

UNCOUNTABLE = frozenset(
    """
    access advice authentication authorization background cache code configuration content context data documentation
    email equipment feedback hardware history information input json logging mail math memory metadata middleware money music
    news output paper precision progress python software space standard input standard output standard error stuff
    text time traffic weather white whitespace xml yaml ASCII HTML JSON XML YAML TOML CSV SQL UTC UTF-8 UTF-16 SSL TLS HTTP
    HTTPS IO CPU Unicode Base64 CSS stdin stdout null None POSIX SSH TCP UDP Python Unix Linux Windows disk bytes hex rest
    """.split()
) - frozenset(
    {
        "cache",
        "context",
        "background",
        "configuration",
        "email",
        "input",
        "output",
        "precision",
        "standard",
        "error",
        "white",
        "code",
        "history",
        "paper",
        "content",
        "disk",
    }
) | frozenset({"disk"})  # noqa: E501
"""Nouns that take no indefinite article."""

DOUBLED = frozenset(
    """
    begin chop clip clop commit control crop cut defer drag drop emit equip expel fit flag flip flop forget get
    grab grep grin hit hop input jam jog kid knit lag let log map mop nod omit patrol permit pin plan plot plug
    pop prefer prod prune propel put quit quiz refer regret rip rob rub run scan scrap set ship shop shut sit skip slap slip
    snap sort spam spin split spot squat step stir stop strip submit sum swap swim tag tap tip top transfer transmit trap trim
    unzip upset wrap unwrap zip unset reset refit debug dim dip dub
    """.split()
) - frozenset({"prune", "sort"})
"""Verbs that double their last letter in front of -ed and -ing."""

IRREGULAR_PARTICIPLES = {
    "begin": "begun", "bind": "bound", "break": "broken", "bring": "brought", "build": "built", "rebuild": "rebuilt", "buy": "bought", "catch": "caught", "choose": "chosen",
    "cut": "cut", "deal": "dealt", "do": "done", "draw": "drawn", "drive": "driven", "feed": "fed", "find": "found", "forget": "forgotten", "freeze": "frozen",
    "get": "got", "give": "given", "go": "gone", "grow": "grown", "hide": "hidden", "hit": "hit", "hold": "held", "keep": "kept", "know": "known", "leave": "left",
    "let": "let", "lose": "lost", "make": "made", "mean": "meant", "override": "overridden", "overwrite": "overwritten", "put": "put", "quit": "quit", "read": "read", "rewrite": "rewritten", "run": "run", "say": "said",
    "see": "seen", "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "reset": "reset", "unset": "unset", "show": "shown", "shrink": "shrunk", "shut": "shut",
    "spin": "spun", "split": "split", "take": "taken", "tell": "told", "think": "thought", "throw": "thrown", "undo": "undone", "redo": "redone", "unbind": "unbound", "understand": "understood", "wake": "woken",
    "wind": "wound", "write": "written", "stick": "stuck", "swap": "swapped", "submit": "submitted", "bid": "bid", "cast": "cast", "broadcast": "broadcast",
}  # fmt: skip

NOUN_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ship",
    "ance",
    "ence",
    "ism",
    "ist",
    "ology",
)
"""Endings that only nouns have."""
