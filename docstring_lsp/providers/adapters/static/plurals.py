"""Nouns whose number no rule gives: tables, no rules."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static.tables import listed, pairs

IRREGULAR_PLURALS = pairs(
    """
    ID: IDs | URI: URIs | URL: URLs | UUID: UUIDs | access: accesses | address: addresses |
    alias: aliases | analysis: analyses | antenna: antennas | axis: axes | basis: bases |
    bus: buses | canvas: canvases | child: children | class: classes | criterion: criteria |
    datum: data | half: halves | index: indices | leaf: leaves | man: men | matrix: matrices |
    person: people | process: processes | quiz: quizzes | series: series | species: species |
    status: statuses | vertex: vertices |
    area: areas | camera: cameras | comma: commas | delta: deltas | formula: formulas |
    idea: ideas | lambda: lambdas | quota: quotas | replica: replicas | schema: schemas |
    demo: demos | info: infos | logo: logos | macro: macros | photo: photos | ratio: ratios |
    repo: repos | scenario: scenarios | video: videos | zero: zeros
    """
)
"""Singular to plural where no rule gives it."""

IRREGULAR_SINGULARS = {many: one for one, many in IRREGULAR_PLURALS.items() if many != one} | {
    "indexes": "index",
    "axes": "axis",
    "bases": "base",
    "cookies": "cookie",
    "movies": "movie",
    "caches": "cache",
    "people": "person",
}
"""Plural to singular where no rule gives it."""

SINGULAR_IN_S = listed(
    """
    access address alias always analysis args as atlas axis basis bias bus canvas chaos class
    cls compass cross css dns dress ellipsis focus gas glass has https hypothesis is its jenkins
    kubernetes lens less mass minus news os pandas pass plus postgres press previous process
    progress radius redis series sms status stress success synopsis this thus tls toss us virus
    was yes
    """
)
"""Words in -s that are no plurals."""

UNCOUNTABLE = listed(
    """
    ASCII Base64 CPU CSS CSV HTML HTTP HTTPS IO JSON Linux None NaN POSIX Python SQL SSH SSL TCP TLS
    TOML UDP UTC UTF-16 UTF-8 Unicode Unix Windows XML YAML access advice authentication
    authorization bytecode bytes data disk documentation equipment feedback hardware help hex
    information json logging mail math memory metadata middleware money music news none null
    plaintext progress python software space stdin stdout stuff text time traffic weather
    whitespace xml yaml
    """
)
"""Nouns that take no indefinite article."""
