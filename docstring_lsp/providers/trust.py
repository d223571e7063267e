"""What a connection trusts and keeps: the system's certificates, and no cookie."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from http.cookiejar import CookieJar


@cache
def certificates() -> ssl.SSLContext:
    """Return what decides whom to trust: the system's certificates, and the environment's.

    Made once: it takes 30 ms.
    """
    import os
    import ssl

    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file or folder:
        context.load_verify_locations(cafile=file or None, capath=folder or None)
    return context


def no_cookies() -> CookieJar:
    """Return a jar that takes no cookie: none is to link one request to another."""
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))
