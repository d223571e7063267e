"""A terminal of tmux that programs run in and keys go to, and the drawing of what it shows."""

from __future__ import annotations

import re
import shlex
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

WIDTH = 96
_DARK, _LIGHT = (20, 22, 27), (224, 226, 234)
_RED, _GREEN, _YELLOW = (255, 192, 185), (179, 246, 192), (252, 224, 148)
_BLUE, _MAGENTA, _CYAN = (166, 219, 255), (255, 202, 255), (140, 248, 247)
_COLOURS = [(79, 82, 88), _RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN, _LIGHT]
_THEME = TerminalTheme(_DARK, _LIGHT, _COLOURS)
_UNDERLINE_COLOUR = re.compile(r"\x1b\[58[;:][\d;:]*m|(?<=[\[;])58;2;\d+;\d+;\d+;?")
# rich's own frame loads its fonts from elsewhere; this one stands alone.
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px monospace; }}
.{unique_id}-title {{ font: bold 18px sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""


class Terminal:
    """A terminal of its own tmux server.

    Args:
        command: What runs in it.
        folder: Where it runs, and where tmux keeps its socket.
        environment: What it is started with.
        height: Its lines.
    """

    def __init__(
        self, command: list[str], folder: Path, environment: Mapping[str, str], height: int
    ) -> None:
        self._tmux = ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        size = ["-x", str(WIDTH), "-y", str(height)]
        subprocess.run(
            [*self._tmux, "new-session", "-d", *size, shlex.join(command)],
            env={**environment, "TERM": "xterm-256color"},
            cwd=folder,
            check=True,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run([*self._tmux, "kill-server"], check=False)

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def until(self, text: str, patience: float = 30.0) -> str:
        """Wait until a text is shown; return the screen with its colours."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if text in self._screen():
                return self._screen("-e")
            time.sleep(0.1)
        raise TimeoutError(f"{text!r} is not shown:\n{self._screen()}")

    def _screen(self, *options: str) -> str:
        command = [*self._tmux, "capture-pane", "-p", *options]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def draw(screen: str, title: str, target: Path) -> None:
    """Draw a screen as an SVG file that loads nothing from elsewhere."""
    with Path("/dev/null").open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere)
        console.print(Text.from_ansi(_UNDERLINE_COLOUR.sub("", screen.rstrip())), soft_wrap=True)
        console.save_svg(str(target), title=title, theme=_THEME, code_format=FRAME)
