"""Type comments: the class `Reader` and the function `scale`."""


def scale(width, height, *rest, **options):
    # type: (int, Union[int, str], *float, **Any) -> Dict[str, "Size"]
    """Scale the width.

    Parameters
    ----------
    width : int
        The width.
    height : Union[int, str]
        The height, an integer or a string.
    *rest : float
        Additional positional arguments.
    **options : Any
        The options as keyword arguments.

    Returns
    -------
    Dict[str, Size]
        A dictionary of strings to `Size` instances.
    """
    return {}


class Reader:
    """A reader that offers `read`, `seek`, and `tell`."""

    def read(self, size, strict=True):  # type: (int, bool) -> bytes
        """Read for the reader.

        Parameters
        ----------
        size : int
            The size, an integer.
        strict : bool, default=True
            Whether to be strict.

        Returns
        -------
        bytes
            Always `b""`.
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

        Parameters
        ----------
        offset : int
            The offset to seek to.
        whence : Optional[int], default=0
            The whence, an integer, or None.
        hint : Any, default=None
            Which block to try first.
        """
        self.offset = offset  # type: ignore

    def tell(self, unit):  # a plain comment
        # type: (Reader, str) -> int
        """Tell the unit.

        Parameters
        ----------
        unit : str
            The unit to tell.

        Returns
        -------
        int
            Always `0`.
        """
        return 0
