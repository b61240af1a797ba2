"""The findings of all ledgers as one list."""

from copytrail.findings import join_findings
from copytrail.model import Finding, Span


def finding(kind: str, derivative: Span | None, found: str = "", original: Span | None = None) -> Finding:
    return Finding(kind=kind, derivative=derivative, original=original, expected="", found=found, why="")


def test_findings_come_in_the_order_of_the_reader():
    late = finding("changed_figure", Span(50, 54))
    early = finding("altered_quotation", Span(10, 30))
    unused = finding("changed_date", None, original=Span(2, 6))

    assert join_findings([unused, late], [early]) == (early, late, unused)


def test_a_name_inside_an_altered_quotation_is_told_once():
    quotation = finding("altered_quotation", Span(10, 60), found="Rod Passalacqua")
    inside = finding("changed_name", Span(20, 35), found="Rod Passalacqua")
    outside = finding("changed_name", Span(70, 85), found="Rod Passalacqua")

    assert join_findings([quotation], [inside, outside]) == (quotation, outside)


def test_a_speakers_name_is_told_with_his_words():
    spoken = Finding(
        kind="wrong_speaker", derivative=Span(10, 60), original=None, expected="Ada Holm", found="Bob Penn", why=""
    )
    same = finding("unsupported_name", Span(70, 78), found="Bob Penn")
    other = finding("unsupported_name", Span(80, 89), found="Carl Reed")
    far = finding("unsupported_name", Span(400, 408), found="Bob Penn")

    assert join_findings([spoken], [same, other, far]) == (spoken, other, far)


def test_a_claim_about_a_changed_figure_is_told_once():
    figure = finding("changed_figure", Span(10, 16))
    same = finding("stronger_claim", Span(4, 16))
    other = finding("stronger_claim", Span(30, 40))

    assert join_findings([figure], [same, other]) == (figure, other)
