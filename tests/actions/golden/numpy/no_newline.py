"""No newline: the class `Sheet` and the function `area`."""


def area(width, height=2):
    """Return the area.

    Parameters
    ----------
    width : Any
        The width.
    height : int, default=2
        The height.

    Returns
    -------
    Any
        The area.

    Raises
    ------
    ValueError
        If `width` is negative.
    """
    if width < 0:
        raise ValueError("width must not be negative")
    return (width *
            height)


class Sheet:
    """A sheet that offers `turn`.

    Attributes
    ----------
    color : str
        Of the paper.
    """

    color = "white"  # of the paper

    def turn(self, angle):
        """Turn the angle.

        Parameters
        ----------
        angle : Any
            The angle to turn.
        """
        self.angle = angle