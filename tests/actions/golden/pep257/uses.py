"""Uses: the class `Session` and the functions `transfer` and `gather`."""


class Session:
    """A session made from `client`.

    Takes `client` (the client of the session), `timeout` (the time to wait at most, or
    None; default None), `retries` (the retries of the session; default 3), `headers`
    (the headers of the session, or None; default None) and `name` (the name of the
    session; default "").
    """

    def __init__(self, client, timeout=None, *, retries=3, headers=None, name=""):
        self.client = client
        self.timeout = timeout if timeout is not None else 10
        self._headers = headers or {}
        self.retries, self.name = retries, name


def transfer(source, target, *callbacks, size=1024, lock=None, on_done=None, table=None, key="", **options):
    """Transfer the source.

    Takes `source` (the source to transfer), `target` (the target), `*callbacks`
    (positional arguments passed to `first.write`), `size` (the size, passed to `open`
    as `buffering`; default 1024), `lock` (the lock to enter as a context manager, or
    None; default None), `on_done` (the value of `on_done`, which is called, or None;
    default None), `table` (the table whose item `0` is used, or None; default None),
    `key` (the key; default "") and `**options` (keyword arguments passed to
    `first.write`). Returns the result of transferring the source. Raises `TypeError` if
    `size` is not an `int`.
    """
    if not isinstance(size, int):
        raise TypeError("size must be an integer")
    if size <= 0 or lock is None:
        return source
    with lock:
        for callback in callbacks:
            callback(source.name)
        first, second = target
        data = open(source, "rb", buffering=size)
        first.write(data, *callbacks, **options)
        table[key]["rows"] = len(source)
        if on_done:
            on_done(table[0])
    return second


async def gather(job, jobs, error):
    """Gather the job.

    Takes `job` (the job to gather), `jobs` (the jobs to iterate over) and `error` (the
    error to raise). Returns the result of gathering the job.
    """
    results = [await each for each in jobs if each != job]
    await job
    if not results:
        raise error
    return lambda extra: job.result(extra)
