"""Form feed: the class C{Sheet} and the function C{area}."""


def area(width, height=2):
    """Return the area.

    @param width: The width.
    @param height: The height. Defaults to C{2}.
    @type height: int
    @return: The area.
    @raise ValueError: If C{width} is negative.
    """
    if width < 0:
        raise ValueError("width must not be negative")
    return (width *
            height)


class Sheet:
    """A sheet that offers C{turn}.

    @cvar color: Of the paper.
    @type color: str
    """

    color = "white"  # of the paper


    def turn(self, angle):
        """Turn the angle.

        @param angle: The angle to turn.
        """
        self.angle = angle
