def area(width, height=2):
	if width < 0:
		raise ValueError("width must not be negative")
	return (width *
			height)


class Sheet:
	color = "white"  # of the paper

	def turn(self, angle):
		"""Turn it.

		By an angle.
		"""
		self.angle = angle
