"""Lists of words that the gate goes by, each a text that is read at import."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


NO_NAMES = listed(
    """
    e.g i.e a.k.a a.m p.m u.s u.k github gitlab javascript typescript numpy scipy pytorch
    tensorflow graphql mysql postgresql sqlite nosql mongodb redis macos ios ipados youtube
    linkedin facebook openai paypal aws dynamodb latex bibtex websocket websockets webassembly
    openssl openssh oauth oauth2 openid openapi opencv opengl xpath xquery ipv4 ipv6 wifi ascii
    cpython jython ironpython micropython pypy freebsd openbsd netbsd unixware mcdonald asyncio
    dataframe dataframes iterable metaclass jquery nodejs node.js vscode powershell postscript
    truetype opentype photoshop imagemagick dropbox onedrive sharepoint iphone ipad ebook email
    """
)
"""What looks like a name of the code and is one of the world."""

NO_PARAMETERS = listed(
    """
    first second third fourth fifth sixth last next previous former latter optional required
    mandatory positional keyword following preceding same given other only additional extra
    further remaining new old default single sole main current corresponding respective named
    missing invalid wrong right passed original resulting final initial actual real whole entire
    function method constructor command line input output string integer boolean bool int numeric
    number dict list tuple type class instance self object callable callback file path
    resolved parsed raw unknown unexpected deprecated left right variable variadic feature config
    configuration compiler build status special internal global local common relevant available
    particular desired
    """
)
"""What may stand in front of "parameter" or "argument" without being its name."""

NO_GIVEN = listed("key name attr attribute param parameter var variable k n x field option")
"""What may stand in front of an equals sign, as in ``key=value``, without being a name."""

COUNTS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), 2
    )
}
"""The numbers that prose writes out."""

ROUND = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 10**9,
    "thrice": 3,
}
"""Those that stand alone."""

FILLERS = listed(
    """
    a an the this that of to for in as is be value values given specified provided passed input
    parameter parameters argument arguments param arg attribute field variable object instance
    used use which it its representing representation represents holds contains containing
    optional required returned return returns result results output yielded yields raised raises
    error exception warning
    """
)
"""What a description that only repeats a name is filled up with."""

ENGLISH = listed(
    """
    the a an of to is are and or if in for with by as it its that this which on from be not no
    when where whose all each any one at was has have can must whether into per than then
    """
)
"""Words that hardly an English sentence does without."""

FOREIGN = listed(
    """
    der das ein eine einen und oder ist sind wird werden nicht für mit von zu den dem des wenn
    le les un une et est sont pour avec dans au aux que qui si pas ne sur ce cette
    el los las unos unas es para del en por cuando una uno se al il lo gli di che non della nel
    dei um uma os da dos não como em ao pelo het een op niet wordt zijn voor och att som är på
    för av inte det
    """
)
"""Words of the same kind of other languages that are none in English."""

THIRD_PERSONS = sorted(
    listed(
        """
        returns yields raises adds removes deletes creates writes reads closes clears stores saves
        loads parses prints sends validates converts upgrades installs puts replaces appends merges
        applies computes calculates builds makes emits registers resets restores initializes
        normalizes encodes decodes extracts fetches renders connects invokes executes handles wraps
        ensures gets keeps gives takes
        """
    )
)
"""Verbs in the third person that are no nouns in the plural."""
