"""Types as code for Python 2 tells them."""


def scale(width, height, *rest, **options):
    # type: (int, Union[int, str], *float, **Any) -> Dict[str, "Size"]
    return {}


class Reader:
    def read(self, size, strict=True):  # type: (int, bool) -> bytes
        return b""

    def seek(
        self,
        offset,  # type: int
        whence=0,  # type: Optional[int]
        hint=None,  # which block to try first
    ):
        # type: (...) -> None
        self.offset = offset  # type: ignore

    def tell(self, unit):  # a plain comment
        # type: (Reader, str) -> int
        return 0
