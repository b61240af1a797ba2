"""Two documents in, the stretches of the derivative and where in the original they come from out."""
