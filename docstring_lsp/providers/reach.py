"""Which addresses may be asked, and why one cannot be: a call in, whether it stays here out.

Opens nothing and knows no vendor.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from docstring_lsp import log
from docstring_lsp.errors import PassingError, PermanentError, ProviderError
from docstring_lsp.providers.address import is_loopback
from docstring_lsp.providers.call import Call


def stays_here(call: Call, *, offline: bool) -> bool:
    """Return whether a call stays on this machine.

    Args:
        call: The call.
        offline: Whether nothing may leave it.

    Raises:
        PermanentError: If it must not be made.
    """
    try:
        parts = urlsplit(call.url)
        host = parts.hostname or ""
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    except ValueError:
        raise PermanentError(
            "its address cannot be read; set a base_url", provider=call.provider
        ) from None
    local = is_loopback(host)
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise PermanentError(f"{origin} is not safe to send to; use https", provider=call.provider)
    if offline and not local:
        raise PermanentError("not asked, since `offline` is set", provider=call.provider)
    return local


def unconnected(call: Call, reason: str) -> ProviderError:
    """Return the error of a call that found no connection.

    Args:
        call: The call.
        reason: What the library below says.
    """
    from urllib.request import getproxies

    parts = urlsplit(call.url)
    where = parts.netloc.rpartition("@")[2]
    reason = log.redact(reason.partition(" (_ssl")[0])[:120]
    if "CERTIFICATE" in reason.upper():
        return PermanentError(
            f"{where} shows a certificate that this machine does not trust; a company's own can "
            "be named in SSL_CERT_FILE",
            provider=call.provider,
        )
    hint = ""
    if is_loopback(parts.hostname or ""):
        hint = "; is it running?"
    elif getproxies():
        hint = " by the proxy that the environment names; check HTTPS_PROXY and ALL_PROXY"
    told = "" if reason == _SAYS_NOTHING else f" ({reason})"
    return PassingError(f"no connection to {where}{hint}{told}", provider=call.provider)


_SAYS_NOTHING = "All connection attempts failed"
