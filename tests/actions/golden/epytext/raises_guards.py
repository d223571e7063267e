"""Raises guards: C{set_volume}, C{pick}, and 5 more."""


def set_volume(level, *, maximum=100):
    """Set the volume.

    @param level: The level to print.
    @param maximum: The maximum. Defaults to C{100}.
    @type maximum: int
    @raise ValueError: If C{level} is negative or if C{level} is greater than
        C{maximum}.
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

    @param items: The items to pick.
    @param name: The name.
    @return: The result of picking the items, or None.
    @raise KeyError: If C{items} is true and C{name} is not in C{items}.
    """
    if not items:
        return None
    if name in items:
        return items[name]
    raise KeyError(name)


def validate(rows):
    """Validate the rows.

    @param rows: The rows to validate.
    @raise RuntimeError: If C{row} is true, C{row.pending} is true, and C{row.closed} is
        true while it goes through C{enumerate(rows)}.
    @raise ValueError: If C{row} is true and the length of C{row} is not 3 while it goes
        through C{enumerate(rows)}.
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

    @param command: The command.
    @return: The direction.
    @raise SystemExit: If C{command.split()} matches C{["stop" | "quit"]} and no earlier
        case matches.
    @raise ValueError: If C{command.split()} matches C{[]} and no earlier case matches.
    @raise NotImplementedError: If no other case matches C{command.split()}.
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

    @param paths: The paths whose item C{0} is used.
    @return: The read first.
    @raise LookupError: If a C{FileNotFoundError} occurs.
    """
    try:
        return open(paths[0]).read()
    except FileNotFoundError:
        pass
    raise LookupError("no file could be read")


def serve(queue):
    """Serve the queue.

    @param queue: The queue to serve.
    @raise EOFError: Always.
    """
    while True:
        job = queue.get()
        if job is None:
            break
    raise EOFError("queue closed")


def later():
    """Raise C{NotImplementedError}.

    @raise NotImplementedError: Always.
    """
    raise NotImplementedError("later")
