"""Texts changed on purpose: what is found of the changes, and what is reported where nothing was changed."""
