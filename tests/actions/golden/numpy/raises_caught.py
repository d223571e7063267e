"""Raises caught: `parse_port`, `find`, and 5 more."""

import contextlib


def parse_port(text):
    """Parse the port.

    Parameters
    ----------
    text : Any
        The text to convert to an integer.

    Returns
    -------
    Any
        The parsed port, or None.
    """
    try:
        port = int(text)
        if port > 65535:
            raise ValueError("port too large")
    except ValueError:
        return None
    return port


def find(table, key):
    """Find the table.

    Parameters
    ----------
    table : Any
        The table to find.
    key : Any
        The key.

    Returns
    -------
    Any
        The result of finding the table, or None.
    """
    try:
        if key not in table:
            raise KeyError(key)
        return table[key]
    except LookupError:
        return None


def first(rows):
    """Run `first`.

    Parameters
    ----------
    rows : Any
        The rows.

    Raises
    ------
    SystemExit
        If `rows` is true.
    """
    try:
        if not rows:
            raise IndexError("no rows")
        raise SystemExit(2)
    except Exception:
        return None


def cleanup(path):
    """Clean up the path.

    Parameters
    ----------
    path : Any
        The path to clean up.

    Raises
    ------
    IsADirectoryError
        If `path` exists and `path` is a directory.
    """
    with contextlib.suppress(FileNotFoundError):
        if not path.exists():
            raise FileNotFoundError(path)
        if path.is_dir():
            raise IsADirectoryError(path)


def outside(path):
    """Return the result of `outside`.

    Parameters
    ----------
    path : Any
        The path whose `stat` and `name` are used.

    Returns
    -------
    Any
        The size.

    Raises
    ------
    OSError
        If `size` is false, if `path.name` is empty, or with the message "in the
        handler".
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise OSError("in the handler") from error
    else:
        if not size:
            raise OSError("in the else block")
    finally:
        if path.name == "":
            raise OSError("in the finally block")
    return size


def swallowed(job):
    """Return the swallowed job.

    Parameters
    ----------
    job : Any
        The job.

    Returns
    -------
    int
        Always `0`.
    """
    try:
        raise RuntimeError(job)
    finally:
        return 0


def passes_through(job):
    """Raise `job.Cancelled`.

    Parameters
    ----------
    job : Any
        The job whose `Cancelled` is used.

    Raises
    ------
    job.Cancelled
        Always.
    """
    try:
        raise job.Cancelled("by the user")
    except ValueError:
        pass
