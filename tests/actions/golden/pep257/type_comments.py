"""Type comments: the class `Reader` and the function `scale`."""


def scale(width, height, *rest, **options):
    # type: (int, Union[int, str], *float, **Any) -> Dict[str, "Size"]
    """Return the scale."""
    return {}


class Reader:
    """A reader that offers `read`, `seek`, and `tell`."""

    def read(self, size, strict=True):  # type: (int, bool) -> bytes
        """Read the size."""
        return b""

    def seek(
        self,
        offset,  # type: int
        whence=0,  # type: Optional[int]
        hint=None,  # which block to try first
    ):
        # type: (...) -> None
        """Seek the offset."""
        self.offset = offset  # type: ignore

    def tell(self, unit):  # a plain comment
        # type: (Reader, str) -> int
        """Tell the unit."""
        return 0
