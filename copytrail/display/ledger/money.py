"""Sums of money as a newsroom writes them."""

from __future__ import annotations

from decimal import Decimal

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_PLACES = 3


def is_money(unit: str) -> bool:
    """Whether a unit is a currency whose sign every reader knows.

    >>> is_money("GBP"), is_money("CHF"), is_money("month")
    (True, False, False)
    """
    return unit in _SIGNS


def say_money(amount: str, unit: str) -> str:
    """A sum with its sign, in millions and more where that loses no digit.

    >>> say_money("47000000", "GBP"), say_money("12345678", "EUR"), say_money("2.50", "USD")
    ('£47 million', '€12,345,678', '$2.50')
    """
    minus, digits = "-" * amount.startswith("-"), amount.removeprefix("-")
    sum_said = _scale(Decimal(digits)) or f"{Decimal(digits):,}"
    return f"{minus}{_SIGNS[unit]}{sum_said}"


def _scale(amount: Decimal) -> str:
    """So many millions, billions or trillions; nothing where three places after the point are not enough."""
    for scale, word in _SCALES:
        if amount >= scale:
            parts = amount / scale
            return f"{parts.normalize():,f} {word}" if parts == round(parts, _PLACES) else ""
    return ""
