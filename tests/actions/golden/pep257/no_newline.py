"""No newline: the class `Sheet` and the function `area`."""


def area(width, height=2):
    """Return the area.

    Takes `width` (the width) and `height` (the height; default 2). Raises `ValueError`
    if `width` is negative.
    """
    if width < 0:
        raise ValueError("width must not be negative")
    return (width *
            height)


class Sheet:
    """A sheet that offers `turn`.

    Has `color` (Of the paper).
    """

    color = "white"  # of the paper

    def turn(self, angle):
        """Turn the angle.

        Takes `angle` (the angle to turn).
        """
        self.angle = angle