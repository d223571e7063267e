"""Mixed newlines: the class `Sheet` and the function `area`."""


def area(width, height=2):
    """Return the area.

    Args:
        width: The width.
        height (int, optional): The height. Defaults to 2.

    Returns:
        The area.

    Raises:
        ValueError: If `width` is negative.
    """
    if width < 0:
        raise ValueError("width must not be negative")
    return (width *
            height)


class Sheet:
    """A sheet that offers `turn`.

    Attributes:
        color (str): Of the paper.
    """

    color = "white"  # of the paper

    def turn(self, angle):
        """Turn the angle.

        Args:
            angle: The angle to turn.
        """
        self.angle = angle
