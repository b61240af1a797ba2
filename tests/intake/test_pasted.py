"""Rich text from clipboards, as browsers, Word and Google Docs write it."""

import pytest

from copytrail import read_plain
from copytrail.errors import UnreadableInput
from copytrail.intake.pasted import extract_pasted, paste_text
from copytrail.model import ParagraphKind

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Notes</title><style>
<!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><o:Author>A. Holm</o:Author></xml><![endif]--></head>
<body><!--StartFragment--><h1>Bridge opens<o:p></o:p></h1><p class=MsoNormal>It is&nbsp;long.<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>
<span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span>
<![endif]>Two lanes</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span
style='mso-list:Ignore'>2.<span>&nbsp;</span></span><!--[endif]-->One path</p><!--EndFragment--></body></html>"""
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span>Bridge
</span></h2><p dir="ltr"><span>It </span><span>opens.</span></p><br /><ol><li
dir="ltr"><p role="presentation"><span>Lanes
</span></p></li><li dir="ltr"><p><span>Paths</span></p></li></ol></b>"""


def test_word_keeps_its_structure():
    assert paste_text(WORD) == "Bridge opens\n\nIt is\u00a0long.\n\n• Two lanes\n2. One path"


def test_google_docs_keeps_its_structure():
    assert paste_text(DOCS) == "Bridge\n\nIt opens.\n\n1. Lanes\n2. Paths"


def test_structure_survives_into_the_document():
    document = read_plain(paste_text(WORD))

    assert [paragraph.kind for paragraph in document.paragraphs] == [
        ParagraphKind.HEADING,
        ParagraphKind.BODY,
        ParagraphKind.LIST_ITEM,
        ParagraphKind.LIST_ITEM,
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div>One</div><div>Two<div>Three</div>Four</div>", "One\n\nTwo\n\nThree\n\nFour"),
        ("One<br>two<br><br>three", "One\ntwo\n\nthree"),
        ("<p>a\n   b</p><p>&nbsp;</p><p>c</p>", "a b\n\nc"),
        ("<blockquote><p>Yes.</p><p>No.</p></blockquote>", "Yes.\n\nNo."),
        ("<ol start=3><li>c<li value=7>g<ul><li>in</ul><li>h</ol>", "3. c\n7. g\n• in\n8. h"),
        ("<table><tr><th>Town<th>Cost<tr><td>Ely<td>£5</table>", "Town; Cost\nEly; £5"),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "One.\n\nTwo."),
        ("<pre>a\nb</pre>", "a\nb"),
        ("<p>Ben <a href='https://x.example'>said</a> 3 &lt; 4 &amp; left</p>", "Ben said 3 < 4 & left"),
        ("only words", "only words"),
        ("", ""),
    ],
)
def test_blocks_become_lines(html, text):
    assert paste_text(html) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<p style='display:none'>no</p>",
        "<span style='visibility: hidden'>no</span>",
        "<span style='mso-hide:all'>no</span>",
        "<p hidden>no</p>",
        "<span class='x sr-only'>no</span>",
        "<img src=x onerror=alert(1) alt=no>",
        "<!-- no -->",
        "<svg><text>no</text></svg>",
        "<iframe srcdoc='<p>no'>no</iframe>",
        "<template>no</template>",
        "<noscript>no</noscript>",
    ],
)
def test_what_nobody_sees_is_gone(hidden):
    assert paste_text(f"<p>Before {hidden}</p><p>after</p>") == "Before\n\nafter"


def test_markup_shown_as_text_stays_text():
    assert paste_text("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>") == "<script>alert(1)</script>"


def test_too_much_markup_is_refused():
    with pytest.raises(UnreadableInput, match="paste it without formatting"):
        paste_text("<b>" * 40_000)


def test_bytes_give_one_block():
    extract = extract_pasted("<p>Größe</p><p>zählt</p>".encode())

    assert [block.text for block in extract.blocks] == ["Größe\n\nzählt"]
