"""The class `Sheet` and the function `area`."""


def area(width, height=2):
    """Return the area.

    Raises `ValueError` if `width` is negative.
    """
    if width < 0:
        raise ValueError("width must not be negative")
    return (width *
            height)


class Sheet:
    """A sheet that offers `turn`."""

    color = "white"  # of the paper

    def turn(self, angle):
        """Turn the angle."""
        self.angle = angle
