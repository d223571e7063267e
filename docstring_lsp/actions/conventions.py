"""How a project writes its docstrings: from what its settings say and its files show.

Takes settings and a `docstring_lsp.docstring.detect.Detection`; opens no file itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docstring_lsp.bible import EMPTY, Bible
from docstring_lsp.docstring.recognition import style as style
from docstring_lsp.docstring.recognition import styles as styles
from docstring_lsp.docstring.style import RenderOptions, Style
from docstring_lsp.errors import SettingError, UnknownNameError
from docstring_lsp.source.visibility import InitPlace, Policy

if TYPE_CHECKING:
    from docstring_lsp.docstring.detect import Detection
    from docstring_lsp.settings.model import Resolved

AUTO = "auto"
DEFAULT_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Conventions:
    """How docstrings are written, each choice with its reason.

    Attributes:
        style_name: The name of the style.
        layout: How it is laid out; its ``indent`` is set anew for each definition.
        policy: Of what a docstring is asked, and where ``__init__`` is documented.
        reasons: Why, by the name of the setting: ``style``, ``types``, ``init``,
            ``line_length``.
        passed_over: One line for each tool's file that could not be read.
        style_is_told: Whether a setting or a tool's file says the style.
        bible: What the project calls things.
    """

    style_name: str
    layout: RenderOptions
    policy: Policy
    reasons: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    style_is_told: bool = False
    bible: Bible = EMPTY

    @property
    def style(self) -> Style:
        """The style, which is imported when somebody writes or reads by it."""
        return style(self.style_name)

    def reason(self, name: str) -> str:
        """Return why a setting has its value."""
        return dict(self.reasons)[name]

    def with_style(self, name: str) -> Conventions:
        """Return the same conventions in another style.

        Raises:
            UnknownNameError: If there is no such style.
        """
        reasons = tuple((k, "asked for" if k == "style" else why) for k, why in self.reasons)
        return replace(self, style_name=style(name).name, reasons=reasons)


def policy(resolved: Resolved) -> Policy:
    """Return of what the settings ask a docstring, as far as settings alone can tell."""
    settings = resolved.settings
    return Policy(
        private=settings.include_private,
        tests=settings.include_tests,
        magic=settings.include_magic,
        nested=settings.include_nested,
        init=settings.init or "class",
        short=settings.skip_short,
    )


def conventions(resolved: Resolved, detection: Detection) -> Conventions:
    """Return the conventions: what is set wins over what is detected.

    Raises:
        SettingError: If the settings name a style that does not exist; says where.
    """
    settings = resolved.settings
    reasons: dict[str, str] = {}

    def choose(name: str, value: object, unset: object, reason: str) -> bool:
        is_set = value != unset
        reasons[name] = f"set in {resolved.origin(name)}" if is_set else reason
        return is_set

    use_set = choose("style", settings.style, AUTO, detection.reason)
    chosen = settings.style if use_set else detection.style
    if chosen not in styles():
        error = UnknownNameError("style", chosen, styles())
        raise SettingError(str(error), resolved.origin("style"))

    choose("types", settings.types, None, detection.types_reason)
    types = settings.types if settings.types is not None else detection.types

    choose("init", settings.init, None, detection.init_reason)
    init: InitPlace = settings.init or detection.init or "class"

    choose("line_length", settings.line_length, None, detection.line_length_reason)
    width = settings.line_length or detection.line_length or DEFAULT_WIDTH

    layout = RenderOptions(
        width=width,
        types=types is not False,
        defaults=settings.defaults,
        escape_stars=settings.escape_stars,
    )
    return Conventions(
        style_name=chosen,
        layout=layout,
        policy=replace(policy(resolved), init=init),
        reasons=tuple(reasons.items()),
        passed_over=detection.passed_over,
        style_is_told=use_set or detection.is_told,
    )
