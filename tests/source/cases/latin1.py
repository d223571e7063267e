# -*- coding: latin-1 -*-
def area(width, height=2):
    if width < 0:
        raise ValueError("width must not be negative")
    return (width *
            height)


class Sheet:
    color = "weiß"  # of the paper

    def turn(self, angle):
        """Drehe es für.

        By an angle.
        """
        self.angle = angle
