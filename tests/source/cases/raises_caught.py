"""What a function catches itself does not leave it."""

import contextlib


def parse_port(text):
    try:
        port = int(text)
        if port > 65535:
            raise ValueError("port too large")
    except ValueError:
        return None
    return port


def find(table, key):
    try:
        if key not in table:
            raise KeyError(key)
        return table[key]
    except LookupError:
        return None


def first(rows):
    try:
        if not rows:
            raise IndexError("no rows")
        raise SystemExit(2)
    except Exception:
        return None


def cleanup(path):
    with contextlib.suppress(FileNotFoundError):
        if not path.exists():
            raise FileNotFoundError(path)
        if path.is_dir():
            raise IsADirectoryError(path)


def outside(path):
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
    try:
        raise RuntimeError(job)
    finally:
        return 0


def passes_through(job):
    try:
        raise job.Cancelled("by the user")
    except ValueError:
        pass
