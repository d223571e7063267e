"""``docstring-lsp batch``: what was asked with ``generate --batch``, looked at and taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from docstring_lsp.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docstring_lsp.cli.documents import Documents
    from docstring_lsp.cli.ordering import Run
    from docstring_lsp.cli.rewrite import Mode, Task
    from docstring_lsp.engine.orders import Order
    from docstring_lsp.providers.batch import Job

_name = click.argument("name", metavar="[NAME]", required=False)


@click.group(epilog=options.examples("batch resume --wait --write"))
def batch() -> None:
    """See, take up or cancel what generate --batch has asked for."""


@batch.command()
@_name
@options.output_format
def status(name: str | None, output_format: str) -> int:
    """Tell how batches stand: all that are kept, or one."""
    import asyncio
    import json

    from docstring_lsp.cli import ordering, terminal
    from docstring_lsp.engine.orders import Orders

    orders = Orders()
    asked = orders.all() if name is None else (orders.get(name),)
    rows = [ordering.told(order, asyncio.run(_jobs(order))) for order in asked]
    if output_format == "json":
        terminal.out(json.dumps(rows, indent=2))
    elif not rows:
        terminal.note("There is no batch.")
    else:
        head = ["batch", "state", "provider", "model", "asked", "answered", "failed", "given"]
        keys = ["name", "state", "provider", "model", "wanted", "answered", "failed", "created"]
        for line in terminal.columns([head, *([str(row[key]) for key in keys] for row in rows)]):
            terminal.out(line)
    return 0


@batch.command()
@_name
@click.option("--wait", is_flag=True, help="Wait until everything is answered.")
@click.option("--diff", "mode", flag_value="diff", help="Show a diff.")
@click.option("--write", "mode", flag_value="write", help="Write the files.")
@click.option("--check", "mode", flag_value="check", help="Only tell what would be changed.")
@options.output_format
def resume(name: str | None, wait: bool, mode: Mode | None, output_format: str) -> int:
    """Take up a batch: hand in what was not, and write what is answered.

    What becomes of it is as generate was told, if no option says otherwise. A definition that was
    changed since it was asked about is left as it is. Once all is written the batch is forgotten.

    Exits with 0 when all was written, 1 when a change was shown and not written, something is
    not answered yet or was left, 2 when something could not be read or written.
    """
    import asyncio

    from docstring_lsp.cli import ordering, rewriting, terminal
    from docstring_lsp.engine.orders import Orders

    orders = Orders()
    with orders.held(name) as order:
        run = ordering.run_of(order)
        documents = run.documents()
        tasks = run.tasks(documents)
        order = asyncio.run(_taken_up(order, run, tasks, documents, wait=wait))
        if order.uncertain:
            count = terminal.count(order.uncertain, "definition")
            terminal.warning(
                f"{order.name}: it is not known yet whether what is asked about {count} has "
                f"arrived at {order.provider}; resume it later"
            )
        if not order.answers:
            asked = len(order.wanted)
            terminal.note(f"{order.name}: {order.provider} has answered 0 of {asked} so far.")
            if order.is_over:
                orders.forget(order)
            return 1
        meant = mode or run.mode
        status = rewriting.tell(ordering.done(order, tasks, meant), documents, meant, output_format)
        if order.is_over and meant == "write" and status < 2:
            orders.forget(order)
            return status
        return max(status, 0 if order.is_over else 1)


@batch.command()
@_name
def cancel(name: str | None) -> int:
    """Cancel a batch; what is answered can still be taken up.

    A batch of which nothing more can come is forgotten.
    """
    import asyncio

    from docstring_lsp.cli import terminal
    from docstring_lsp.engine.orders import Orders

    orders = Orders()
    with orders.held(name) as order:
        over = order.is_over or order.cancelled
        if not over:
            over = not asyncio.run(_cancelled(order)).parts
        if over:
            orders.forget(order)
    terminal.out(f"{'forgot' if over else 'cancelled'} {order.name}")
    return 0


async def _jobs(order: Order) -> Sequence[Job]:
    """Return how an order stands at its vendor; what is known here where that does not answer."""
    from docstring_lsp.cli import ordering, terminal
    from docstring_lsp.engine.batch import Batches
    from docstring_lsp.errors import DocstringLspError

    try:
        async with Batches(ordering.run_of(order).personal()) as batches:
            return await batches.jobs(order)
    except DocstringLspError as error:
        terminal.warning(str(error))
        return ()


async def _taken_up(
    order: Order, run: Run, tasks: list[Task], documents: Documents, *, wait: bool
) -> Order:
    import asyncio

    from docstring_lsp.cli import ordering, terminal
    from docstring_lsp.engine.batch import Batches, pauses

    looks = pauses()
    project = ordering.project_of(order)
    async with Batches(run.personal(tasks), project=project) as batches:
        taken = ordering.TakenUp(order, tasks, documents, batches)
        await taken.look()
        while wait and not all(part.fetched for part in taken.order.parts):
            before = len(taken.order.answers)
            await asyncio.sleep(next(looks))
            await taken.look()
            answered = len(taken.order.answers)
            if answered > before and terminal.is_watched():
                terminal.note(f"{answered} of {len(taken.order.wanted)} are answered.")
    if taken.refusal:
        count = terminal.count(len(taken.order.unrepeated), "definition")
        terminal.warning(
            f"{count} could not be asked about again: {taken.refusal}; resume the batch later, "
            "or cancel it first, and the embedded author writes what is missing"
        )
    return taken.order


async def _cancelled(order: Order) -> Order:
    from docstring_lsp.cli import ordering
    from docstring_lsp.engine.batch import Batches

    async with Batches(ordering.run_of(order).personal()) as batches:
        return await batches.cancel(order)


COMMAND = batch
