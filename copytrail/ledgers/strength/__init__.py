"""Where the derivative claims more, less or the opposite."""
