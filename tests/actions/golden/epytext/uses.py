"""Uses: the class C{Session} and the functions C{transfer} and C{gather}."""


class Session:
    """A session made from C{client}.

    @param client: The client of the session.
    @param timeout: The time to wait at most, or None. Defaults to C{None}.
    @param retries: The retries of the session. Defaults to C{3}.
    @type retries: int
    @param headers: The headers of the session, or None. Defaults to C{None}.
    @param name: The name of the session. Defaults to C{""}.
    @type name: str
    """

    def __init__(self, client, timeout=None, *, retries=3, headers=None, name=""):
        self.client = client
        self.timeout = timeout if timeout is not None else 10
        self._headers = headers or {}
        self.retries, self.name = retries, name


def transfer(source, target, *callbacks, size=1024, lock=None, on_done=None, table=None, key="", **options):
    """Transfer the source.

    @param source: The source to transfer.
    @param target: The target.
    @param *callbacks: Positional arguments passed to C{first.write}.
    @param size: The size, passed to C{open} as C{buffering}. Defaults to C{1024}.
    @type size: int
    @param lock: The lock to enter as a context manager, or None. Defaults to C{None}.
    @param on_done: The value of C{on_done}, which is called, or None. Defaults to
        C{None}.
    @param table: The table whose item C{0} is used, or None. Defaults to C{None}.
    @param key: The key. Defaults to C{""}.
    @type key: str
    @param **options: Keyword arguments passed to C{first.write}.
    @return: The result of transferring the source.
    @raise TypeError: If C{size} is not an C{int}.
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

    @param job: The job to gather.
    @param jobs: The jobs to iterate over.
    @param error: The error to raise.
    @return: The result of gathering the job.
    """
    results = [await each for each in jobs if each != job]
    await job
    if not results:
        raise error
    return lambda extra: job.result(extra)
