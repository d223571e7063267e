"""The conditions under which an exception is raised."""


def set_volume(level, *, maximum=100):
    if level is None:
        return
    if level < 0:
        raise ValueError("level must not be negative")
    elif level > maximum:
        raise ValueError(f"level must be at most {maximum}")
    else:
        print(level)


def pick(items, name):
    if not items:
        return None
    if name in items:
        return items[name]
    raise KeyError(name)


def validate(rows):
    for number, row in enumerate(rows):
        if not row:
            continue
        while row.pending:
            if row.closed:
                raise RuntimeError("row is closed")
        if len(row) != 3:
            raise ValueError(f"row {number} has {len(row)} columns")


def run(command):
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
    try:
        return open(paths[0]).read()
    except FileNotFoundError:
        pass
    raise LookupError("no file could be read")


def serve(queue):
    while True:
        job = queue.get()
        if job is None:
            break
    raise EOFError("queue closed")


def later():
    raise NotImplementedError("later")
