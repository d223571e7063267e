"""Raises guards: `set_volume`, `pick`, and 5 more."""


def set_volume(level, *, maximum=100):
    """Set the volume.

    Takes `level` (the level to print) and `maximum` (the maximum; default 100). Raises
    `ValueError` if `level` is negative or if `level` is greater than `maximum`.
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

    Takes `items` (the items to pick) and `name` (the name). Returns the result of
    picking the items, or None. Raises `KeyError` if `items` is true and `name` is not
    in `items`.
    """
    if not items:
        return None
    if name in items:
        return items[name]
    raise KeyError(name)


def validate(rows):
    """Validate the rows.

    Takes `rows` (the rows to validate). Raises `RuntimeError` if `row` is true,
    `row.pending` is true, and `row.closed` is true while it goes through
    `enumerate(rows)`. Raises `ValueError` if `row` is true and the length of `row` is
    not 3 while it goes through `enumerate(rows)`.
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

    Takes `command` (the command). Returns the direction. Raises `SystemExit` if
    `command.split()` matches `["stop" | "quit"]` and no earlier case matches. Raises
    `ValueError` if `command.split()` matches `[]` and no earlier case matches. Raises
    `NotImplementedError` if no other case matches `command.split()`.
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

    Takes `paths` (the paths whose item `0` is used). Returns the read first. Raises
    `LookupError` if a `FileNotFoundError` occurs.
    """
    try:
        return open(paths[0]).read()
    except FileNotFoundError:
        pass
    raise LookupError("no file could be read")


def serve(queue):
    """Serve the queue.

    Takes `queue` (the queue to serve). Raises `EOFError` always.
    """
    while True:
        job = queue.get()
        if job is None:
            break
    raise EOFError("queue closed")


def later():
    """Raise `NotImplementedError`.

    Raises `NotImplementedError` always.
    """
    raise NotImplementedError("later")
