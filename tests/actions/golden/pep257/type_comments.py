"""Type comments: the class `Reader` and the function `scale`."""


def scale(width, height, *rest, **options):
    # type: (int, Union[int, str], *float, **Any) -> Dict[str, "Size"]
    """Scale the width.

    Takes `width` (the width), `height` (the height, an integer or a string), `*rest`
    (additional positional arguments) and `**options` (the options as keyword
    arguments). Returns a dictionary of strings to `Size` instances.
    """
    return {}


class Reader:
    """A reader that offers `read`, `seek`, and `tell`."""

    def read(self, size, strict=True):  # type: (int, bool) -> bytes
        """Read for the reader.

        Takes `size` (the size, an integer) and `strict` (whether to be strict; default
        True). Always returns `b""`.
        """
        return b""

    def seek(
        self,
        offset,  # type: int
        whence=0,  # type: Optional[int]
        hint=None,  # which block to try first
    ):
        # type: (...) -> None
        """Seek to the offset.

        Takes `offset` (the offset to seek to), `whence` (the whence, an integer, or
        None; default 0) and `hint` (which block to try first; default None).
        """
        self.offset = offset  # type: ignore

    def tell(self, unit):  # a plain comment
        # type: (Reader, str) -> int
        """Tell the unit.

        Takes `unit` (the unit to tell). Always returns `0`.
        """
        return 0
