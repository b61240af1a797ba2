"""Pasted pages made for the purpose: articles in the furniture of made-up sites, and whether it is told from them.

`development` is what the rules were written by; `held_out` was written before them and is only ever counted.
"""
