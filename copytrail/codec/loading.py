"""A file of comparisons, as the JSON export writes it, back to comparisons."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from copytrail.codec.comparisons import comparison_from_data
from copytrail.errors import BadComparisonData

if TYPE_CHECKING:
    from copytrail.model import Comparison


def load_comparisons(data: str | bytes) -> tuple[Comparison, ...]:
    """The comparisons in a JSON export, one or a list of them.

    Raises BadComparisonData where the data is something else, or damaged.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadComparisonData("This is no JSON that Copytrail wrote.") from error
    comparisons = tuple(comparison_from_data(each) for each in (found if isinstance(found, list) else [found]))
    if not comparisons:
        raise BadComparisonData("There is no comparison in it.")
    return comparisons
