"""Messages: the function `check`."""

from textwrap import dedent


def check(name, size, *, unit="kB"):
    """Check the name.

    Parameters
    ----------
    name : Any
        The name to check.
    size : Any
        The size.
    unit : str, default="kB"
        The unit.

    Raises
    ------
    ValueError
        If `name` is false, if `size` is negative, if `size` is greater than 10, or in 9
        further cases.
    LookupError
        If `size` is greater than 5.
    RuntimeError
        If `size` is greater than 3.
    """
    if not name:
        raise ValueError("name must not "
                         "be empty")
    if size < 0:
        raise ValueError(f"size {size!r} is below {0:>3}")
    if size > 10:
        raise ValueError("%s is %d %% too large" % (name, size - 10))
    if size > 9:
        raise ValueError("%(name)s is nearly too large" % {"name": name})
    if size > 8:
        raise ValueError("{0} of {unit} in {0.text}".format(name, unit=unit))
    if size > 7:
        raise ValueError("no room for " + str(name))
    if size > 6:
        raise ValueError(name)
    if size > 5:
        raise LookupError(404, "not found")
    if size > 4:
        message = f"{name} is odd"
        raise ValueError(message)
    if size > 3:
        raise RuntimeError(code=3, message="three is too many")
    if size > 2:
        raise ValueError(f"{size}")
    if size > 1:
        raise ValueError(dedent("""\
            first line
            second line: \"quoted\"
        """))
    if size == 1:
        raise ValueError(_("translated"))
    raise ValueError(rf"\d+ does not match {{{name}}}")
