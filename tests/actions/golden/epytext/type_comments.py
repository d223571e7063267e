"""Type comments: the class C{Reader} and the function C{scale}."""


def scale(width, height, *rest, **options):
    # type: (int, Union[int, str], *float, **Any) -> Dict[str, "Size"]
    """Scale the width.

    @param width: The width.
    @type width: int
    @param height: The height, an integer or a string.
    @type height: Union[int, str]
    @param *rest: Additional positional arguments.
    @type *rest: float
    @param **options: The options as keyword arguments.
    @type **options: Any
    @return: A dictionary of strings to C{Size} instances.
    @rtype: Dict[str, Size]
    """
    return {}


class Reader:
    """A reader that offers C{read}, C{seek}, and C{tell}."""

    def read(self, size, strict=True):  # type: (int, bool) -> bytes
        """Read for the reader.

        @param size: The size, an integer.
        @type size: int
        @param strict: Whether to be strict. Defaults to C{True}.
        @type strict: bool
        @return: Always C{b""}.
        @rtype: bytes
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

        @param offset: The offset to seek to.
        @type offset: int
        @param whence: The whence, an integer, or None. Defaults to C{0}.
        @type whence: Optional[int]
        @param hint: Which block to try first. Defaults to C{None}.
        """
        self.offset = offset  # type: ignore

    def tell(self, unit):  # a plain comment
        # type: (Reader, str) -> int
        """Tell the unit.

        @param unit: The unit to tell.
        @type unit: str
        @return: Always C{0}.
        @rtype: int
        """
        return 0
