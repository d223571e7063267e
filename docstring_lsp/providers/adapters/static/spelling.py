"""Acronyms and abbreviations, and how prose spells them: tables, no rules."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static.tables import listed, pairs

_ACRONYMS = listed(
    """
    API APIs ASCII ASGI AST AWS Base64 CA CLI CPU CRC CRLF CSRF CSS CSV CWD DB DNS DOM Django
    EOF English FIFO FTP GC GPU GUI GUID GitHub HMAC HTML HTTP HTTPS I18N ICMP ID IDs IMAP IO IP
    IPC IPs IPv4 IPv6 ISO JSON JWT L10N LDAP LRU LSP Linux MAC MD5 MIME MRO NTP NumPy OAuth ORM
    OS PDF PEM PID PIDs PNG POP3 POSIX Python RAM REPL RGB RPC RSA RSS SDK SHA SHA1 SHA256 SMTP
    SQL SQLite SSH SSL SVG TCP TLS TOML TTL TTY UDP UI UID URI URIs URL URLs UTC UUID UUIDs
    Unicode Unix VM WSGI Windows XHTML XML XMLRPC YAML
    """
)
"""Words spelt in prose as they stand here."""

SPELT = _ACRONYMS | {"NaN", "None"}
"""The spellings themselves."""

ACRONYMS = {word.lower(): word for word in _ACRONYMS} | pairs(
    """
    nan: NaN | none: None |
    stderr: standard error | stdin: standard input | stdout: standard output | utf16: UTF-16 |
    utf8: UTF-8 | ipv: IPv
    """
)
"""Lower-case word to its spelling in prose."""

SPOKEN_AS_WORDS = listed(
    """
    ASCII ASGI FIFO GUI HEX JSON LAN LIFO LALR MIME NULL OAuth POSIX RAID RAM REPL REST ROM SAX SHA
    SOAP TOML WAN YAML
    """
)
"""Acronyms read as words, so that the first letter's sound decides the article."""

EXPANSIONS = pairs(
    """
    fileno: file descriptor | environ: environment | blk: block | coro: coroutine |
    cond: condition | evt: event
    ts: timestamp | pct: percentage | perms: permissions | creds: credentials
    addr: address | addrs: addresses | alg: algorithm | algo: algorithm | alloc: allocation |
    arg: argument | args: arguments | argv: arguments | arr: array | assoc: association |
    atime: access time | attr: attribute | attrs: attributes | auth: authentication |
    avg: average | basename: base name | bg: background | bool: boolean | btn: button |
    buf: buffer | cb: callback | cert: certificate | certs: certificates | cfg: configuration |
    char: character | chars: characters | charset: character set | charsets: character sets |
    cls: class | cmd: command | cmds: commands | cnt: count | col: column |
    colno: column number | cols: columns | cond: condition | conf: configuration |
    config: configuration | configs: configurations | conn: connection | conv: conversion |
    coord: coordinate | coords: coordinates | ctime: creation time | ctx: context |
    datetime: date and time | db: database | decl: declaration | def: definition |
    defs: definitions | dep: dependency | deps: dependencies | desc: description |
    dest: destination | dict: dictionary | dicts: dictionaries | diff: difference |
    dir: directory | dirname: directory name | dirs: directories | doc: document |
    docs: documents | dst: destination | dt: date and time | elem: element | elems: elements |
    elt: element | env: environment | eol: end of line | err: error | errmsg: error message |
    errno: error number | exc: exception | expr: expression | exprs: expressions |
    ext: extension | fd: file descriptor | fg: foreground | filename: file name |
    filenames: file names | filepath: file path | filepaths: file paths | fmt: format |
    fn: function | fname: file name | fp: file | freq: frequency | func: function |
    funcs: functions | hdr: header | hostname: host name | ident: identifier | ids: IDs |
    idx: index | img: image | imgs: images | impl: implementation | info: information |
    int: integer | ints: integers | iter: iterator | kw: keyword arguments |
    kwargs: keyword arguments | kwds: keyword arguments | lang: language | len: length |
    lhs: left-hand side | lib: library | libs: libraries | lineno: line number |
    linenum: line number | loc: location | lst: list |
    max: maximum | min: minimum | mat: matrix | mem: memory | meth: method |
    mod: module | mods: modules | msec: milliseconds | msg: message | msgs: messages |
    mtime: modification time | nbytes: number of bytes | ns: namespace |
    num: number | nums: numbers | obj: object | objs: objects | op: operation | ops: operations |
    opt: option | opts: options | orig: original | param: parameter | params: parameters |
    passwd: password | pat: pattern | pathname: path name | pkg: package | pkgs: packages |
    pos: position | prefs: preferences | prob: probability | probs: probabilities |
    proc: process | procs: processes | prop: property | props: properties | ptr: pointer |
    pwd: password | rc: return code | ref: reference | refs: references |
    regex: regular expression | repo: repository | repos: repositories | req: request |
    res: result | resp: response | ret: result | retcode: return code | retval: return value |
    rhs: right-hand side | sec: seconds | secs: seconds | seq: sequence | sess: session |
    sig: signature | sock: socket | spec: specification | specs: specifications | src: source |
    srcs: sources | srv: server | stats: statistics | stmt: statement | stmts: statements |
    str: string | strs: strings | struct: structure | subdir: subdirectory |
    subdirs: subdirectories | subj: subject | sym: symbol | syms: symbols | sys: system |
    tb: traceback | tgt: target | thr: threshold | tmpl: template |
    tok: token | toks: tokens | tpl: template | txt: text | tz: time zone | tzinfo: time zone |
    uname: user name | usec: microseconds | username: user name | usr: user | util: utility |
    utils: utilities | val: value | vals: values | var: variable | vars: variables |
    vec: vector | ver: version | wd: working directory |
    aggr: aggregation | clf: classifier | coef: coefficient | coefs: coefficients |
    dtype: data type | dtypes: data types | eig: eigenvalue | eps: epsilon | est: estimator |
    fk: foreign key | freqs: frequencies | grad: gradient | grads: gradients |
    init: initialization | iters: iterations | noop: no-op | pk: primary key | pks: primary keys |
    pred: prediction |
    preds: predictions | proba: probability | probas: probabilities | repr: representation |
    rng: random number generator | sep: separator | seps: separators | tol: tolerance |
    ws: whitespace
    """
)
"""Abbreviations of nouns and what they stand for."""

AMBIGUOUS_IN_FRONT = frozenset({"pos", "res"})
"""Abbreviations of which only that of the last word is sure."""

EXPANSIONS_IN_FRONT = pairs(
    """
    async: asynchronous | cur: current | curr: current | init: initial | max: maximum |
    min: minimum | prev: previous | sync: synchronous | temp: temporary | tmp: temporary
    """
)
"""Abbreviations that are written out where another word follows."""
