"""Definitions that stand on one line."""


def one(): return 1
def nothing(): pass
def stub(a: int, b: str = ":") -> bool: ...
class Empty: pass
class Marker(Exception): ...
class Pair: left = 1; right: int = 2
def several(x): y = x + 1; return y
async def answer(): return 42
def commented(): return {"a": 1}  # a trailing comment
class Inner:
    def method(self): return self
    @property
    def flag(self): return True
if True:
    def conditional(a): raise ValueError("never")
