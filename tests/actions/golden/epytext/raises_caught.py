"""Raises caught: C{parse_port}, C{find}, and 5 more."""

import contextlib


def parse_port(text):
    """Parse the port.

    @param text: The text to convert to an integer.
    @return: The parsed port, or None.
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

    @param table: The table to find.
    @param key: The key.
    @return: The result of finding the table, or None.
    """
    try:
        if key not in table:
            raise KeyError(key)
        return table[key]
    except LookupError:
        return None


def first(rows):
    """Run C{first}.

    @param rows: The rows.
    @raise SystemExit: If C{rows} is true.
    """
    try:
        if not rows:
            raise IndexError("no rows")
        raise SystemExit(2)
    except Exception:
        return None


def cleanup(path):
    """Clean up the path.

    @param path: The path to clean up.
    @raise IsADirectoryError: If C{path} exists and C{path} is a directory.
    """
    with contextlib.suppress(FileNotFoundError):
        if not path.exists():
            raise FileNotFoundError(path)
        if path.is_dir():
            raise IsADirectoryError(path)


def outside(path):
    """Return the result of C{outside}.

    @param path: The path whose C{stat} and C{name} are used.
    @return: The size.
    @raise OSError: If C{size} is false, if C{path.name} is empty, or with the message
        "in the handler".
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

    @param job: The job.
    @return: Always C{0}.
    @rtype: int
    """
    try:
        raise RuntimeError(job)
    finally:
        return 0


def passes_through(job):
    """Raise C{job.Cancelled}.

    @param job: The job whose C{Cancelled} is used.
    @raise job.Cancelled: Always.
    """
    try:
        raise job.Cancelled("by the user")
    except ValueError:
        pass
