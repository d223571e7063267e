"""Uses: the class `Session` and the functions `transfer` and `gather`."""


class Session:
    """A session made from `client`.

    Args:
        client: The client of the session.
        timeout: The time to wait at most, or None. Defaults to None.
        retries (int, optional): The retries of the session. Defaults to 3.
        headers: The headers of the session, or None. Defaults to None.
        name (str, optional): The name of the session. Defaults to "".
    """

    def __init__(self, client, timeout=None, *, retries=3, headers=None, name=""):
        self.client = client
        self.timeout = timeout if timeout is not None else 10
        self._headers = headers or {}
        self.retries, self.name = retries, name


def transfer(source, target, *callbacks, size=1024, lock=None, on_done=None, table=None, key="", **options):
    """Transfer the source.

    Args:
        source: The source to transfer.
        target: The target.
        *callbacks: Positional arguments passed to `first.write`.
        size (int, optional): The size, passed to `open` as `buffering`. Defaults to
            1024.
        lock: The lock to enter as a context manager, or None. Defaults to None.
        on_done: The value of `on_done`, which is called, or None. Defaults to None.
        table: The table whose item `0` is used, or None. Defaults to None.
        key (str, optional): The key. Defaults to "".
        **options: Keyword arguments passed to `first.write`.

    Returns:
        The result of transferring the source.

    Raises:
        TypeError: If `size` is not an `int`.
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

    Args:
        job: The job to gather.
        jobs: The jobs to iterate over.
        error: The error to raise.

    Returns:
        The result of gathering the job.
    """
    results = [await each for each in jobs if each != job]
    await job
    if not results:
        raise error
    return lambda extra: job.result(extra)
