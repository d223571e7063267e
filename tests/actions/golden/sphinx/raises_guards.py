"""Raises guards: ``set_volume``, ``pick``, and 5 more."""


def set_volume(level, *, maximum=100):
    """Set the volume.

    :param level: The level to print.
    :param maximum: The maximum. Defaults to ``100``.
    :type maximum: int
    :raises ValueError: If ``level`` is negative or if ``level`` is greater than
        ``maximum``.
    """
    if level is None:
        return
    if level < 0:
        raise ValueError("level must not be negative")
    elif level > maximum:
        raise ValueError(f"level must be at most {maximum}")
    else:
        print(level)


def pick(items, name):
    """Pick the items.

    :param items: The items to pick.
    :param name: The name.
    :returns: The result of picking the items, or None.
    :raises KeyError: If ``items`` is true and ``name`` is not in ``items``.
    """
    if not items:
        return None
    if name in items:
        return items[name]
    raise KeyError(name)


def validate(rows):
    """Validate the rows.

    :param rows: The rows to validate.
    :raises RuntimeError: If ``row`` is true, ``row.pending`` is true, and
        ``row.closed`` is true while it goes through ``enumerate(rows)``.
    :raises ValueError: If ``row`` is true and the length of ``row`` is not 3 while it
        goes through ``enumerate(rows)``.
    """
    for number, row in enumerate(rows):
        if not row:
            continue
        while row.pending:
            if row.closed:
                raise RuntimeError("row is closed")
        if len(row) != 3:
            raise ValueError(f"row {number} has {len(row)} columns")


def run(command):
    """Run the command.

    :param command: The command.
    :returns: The direction.
    :raises SystemExit: If ``command.split()`` matches ``["stop" | "quit"]`` and no
        earlier case matches.
    :raises ValueError: If ``command.split()`` matches ``[]`` and no earlier case
        matches.
    :raises NotImplementedError: If no other case matches ``command.split()``.
    """
    match command.split():
        case ["go", direction] if direction in "nesw":
            return direction
        case ["stop" | "quit"]:
            raise SystemExit
        case []:
            raise ValueError("no command")
        case _:
            raise NotImplementedError(f"cannot {command}")


def read_first(paths):
    """Read the first paths.

    :param paths: The paths whose item ``0`` is used.
    :returns: The read first.
    :raises LookupError: If a ``FileNotFoundError`` occurs.
    """
    try:
        return open(paths[0]).read()
    except FileNotFoundError:
        pass
    raise LookupError("no file could be read")


def serve(queue):
    """Serve the queue.

    :param queue: The queue to serve.
    :raises EOFError: Always.
    """
    while True:
        job = queue.get()
        if job is None:
            break
    raise EOFError("queue closed")


def later():
    """Raise ``NotImplementedError``.

    :raises NotImplementedError: Always.
    """
    raise NotImplementedError("later")
