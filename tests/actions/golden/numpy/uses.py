"""Uses: the class `Session` and the functions `transfer` and `gather`."""


class Session:
    """A session made from `client`.

    Parameters
    ----------
    client : Any
        The client of the session.
    timeout : Any, default=None
        The time to wait at most, or None.
    retries : int, default=3
        The retries of the session.
    headers : Any, default=None
        The headers of the session, or None.
    name : str, default=""
        The name of the session.
    """

    def __init__(self, client, timeout=None, *, retries=3, headers=None, name=""):
        self.client = client
        self.timeout = timeout if timeout is not None else 10
        self._headers = headers or {}
        self.retries, self.name = retries, name


def transfer(source, target, *callbacks, size=1024, lock=None, on_done=None, table=None, key="", **options):
    """Transfer the source.

    Parameters
    ----------
    source : Any
        The source to transfer.
    target : Any
        The target.
    *callbacks : Any
        Positional arguments passed to `first.write`.
    size : int, default=1024
        The size, passed to `open` as `buffering`.
    lock : Any, default=None
        The lock to enter as a context manager, or None.
    on_done : Any, default=None
        The value of `on_done`, which is called, or None.
    table : Any, default=None
        The table whose item `0` is used, or None.
    key : str, default=""
        The key.
    **options : Any
        Keyword arguments passed to `first.write`.

    Returns
    -------
    Any
        The result of transferring the source.

    Raises
    ------
    TypeError
        If `size` is not an `int`.
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

    Parameters
    ----------
    job : Any
        The job to gather.
    jobs : Any
        The jobs to iterate over.
    error : Any
        The error to raise.

    Returns
    -------
    Any
        The result of gathering the job.
    """
    results = [await each for each in jobs if each != job]
    await job
    if not results:
        raise error
    return lambda extra: job.result(extra)
