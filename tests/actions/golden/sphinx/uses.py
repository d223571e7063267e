"""Uses: the class ``Session`` and the functions ``transfer`` and ``gather``."""


class Session:
    """A session made from ``client``.

    :param client: The client of the session.
    :param timeout: The time to wait at most, or None. Defaults to ``None``.
    :param retries: The retries of the session. Defaults to ``3``.
    :type retries: int
    :param headers: The headers of the session, or None. Defaults to ``None``.
    :param name: The name of the session. Defaults to ``""``.
    :type name: str
    """

    def __init__(self, client, timeout=None, *, retries=3, headers=None, name=""):
        self.client = client
        self.timeout = timeout if timeout is not None else 10
        self._headers = headers or {}
        self.retries, self.name = retries, name


def transfer(source, target, *callbacks, size=1024, lock=None, on_done=None, table=None, key="", **options):
    """Transfer the source.

    :param source: The source to transfer.
    :param target: The target.
    :param *callbacks: Positional arguments passed to ``first.write``.
    :param size: The size, passed to ``open`` as ``buffering``. Defaults to ``1024``.
    :type size: int
    :param lock: The lock to enter as a context manager, or None. Defaults to ``None``.
    :param on_done: The value of ``on_done``, which is called, or None. Defaults to
        ``None``.
    :param table: The table whose item ``0`` is used, or None. Defaults to ``None``.
    :param key: The key. Defaults to ``""``.
    :type key: str
    :param **options: Keyword arguments passed to ``first.write``.
    :returns: The result of transferring the source.
    :raises TypeError: If ``size`` is not an ``int``.
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

    :param job: The job to gather.
    :param jobs: The jobs to iterate over.
    :param error: The error to raise.
    :returns: The result of gathering the job.
    """
    results = [await each for each in jobs if each != job]
    await job
    if not results:
        raise error
    return lambda extra: job.result(extra)
