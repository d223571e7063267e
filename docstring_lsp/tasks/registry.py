"""The services there are, by name: those handed in, those of the package, third parties'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docstring_lsp import registry
from docstring_lsp.errors import UnknownNameError, UsageError
from docstring_lsp.tasks.model import Service

SERVICES = "docstring_lsp.tasks.services"
SERVICES_GROUP = "docstring_lsp.services"


class ServiceRegistry(Mapping[str, Service]):
    """Services by name.

    Args:
        services: The first of them.
    """

    def __init__(self, services: Mapping[str, Service] | None = None) -> None:
        self._services: dict[str, Service] = {}
        for name, service in (services or {}).items():
            self.register(name, service)

    def __getitem__(self, name: str) -> Service:
        """Return a service.

        Raises:
            KeyError: If there is none of that name.
        """
        return self._services[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names in the order of registration."""
        return iter(self._services)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._services)

    def register(self, name: str, service: Service) -> None:
        """Add a service, or put another in a name's place.

        Raises:
            UsageError: If it has no ``execute``.
        """
        if not callable(getattr(service, "execute", None)):
            raise UsageError(f"service {name!r} has no method execute(task, **kwargs)")
        self._services[name] = service

    def list_services(self) -> list[str]:
        """Return the names in the order of registration."""
        return list(self._services)

    def has(self, name: str) -> bool:
        """Return whether there is a service of that name."""
        return name in self._services

    def get(self, name: str, default: Service | None = None) -> Service:  # type: ignore[override]
        """Return a service.

        Args:
            name: Its name.
            default: What stands in where there is none.

        Raises:
            UnknownNameError: If there is none, and no default.
        """
        found = self._services.get(name, default)
        if found is None:
            raise UnknownNameError("service", name, self._services)
        return found


def offered() -> tuple[str, ...]:
    """Return the names of the services of the package and of others' entry points."""
    return registry.names(SERVICES, SERVICES_GROUP)
