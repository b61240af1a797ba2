"""JSON for other programs."""

import json

from copytrail import compare, read_plain
from copytrail.codec import comparison_from_data
from copytrail.export import to_json


def make_comparison(derivative="The bridge was opened by the minister on Monday."):
    return compare(read_plain("The bridge was opened by the minister on Monday."), read_plain(derivative))


def test_one_comparison_is_an_object():
    comparison = make_comparison()

    data = json.loads(to_json.render((comparison,)))

    assert data["schema"] == "copytrail.comparison/1"
    assert comparison_from_data(data) == comparison


def test_several_comparisons_are_a_list():
    comparison = make_comparison()

    data = json.loads(to_json.render((comparison, comparison)))

    assert [entry["schema"] for entry in data] == ["copytrail.comparison/1"] * 2


def test_half_surrogates_survive_as_escapes():
    written = to_json.encode_json({"text": "half \ud83d of a pair"})

    assert json.loads(written.decode("utf-8")) == {"text": "half \ud83d of a pair"}


def test_letters_stay_readable():
    assert "£ – ‘é’".encode() in to_json.encode_json(["£ – ‘é’"])
