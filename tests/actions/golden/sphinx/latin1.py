# -*- coding: latin-1 -*-
"""The class ``Sheet`` and the function ``area``."""


def area(width, height=2):
    """Return the area.

    :param width: The width.
    :param height: The height. Defaults to ``2``.
    :type height: int
    :returns: The area.
    :raises ValueError: If ``width`` is negative.
    """
    if width < 0:
        raise ValueError("width must not be negative")
    return (width *
            height)


class Sheet:
    """A sheet that offers ``turn``.

    :cvar color: Of the paper.
    :vartype color: str
    """

    color = "weiß"  # of the paper

    def turn(self, angle):
        """Turn the angle.

        :param angle: The angle to turn.
        """
        self.angle = angle
