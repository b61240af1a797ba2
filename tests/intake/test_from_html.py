"""Web pages: what is kept of them and why the rest is not, what they say of themselves, and bad pages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.pages import compare_runs, read_page, score_pages, sum_up
from copytrail.errors import CopytrailError, EmptyText, UnreadableInput
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import Extract, FileOptions
from copytrail.intake.from_html import extract_html
from copytrail.model import ParagraphKind

PAGES = Path(__file__).parent / "files" / "pages"
PIECES = st.sampled_from([
    "<p>", "</p>", "<div class=share>", "</div>", "<br>", "<li>", "<ul>", "</ul>", "<table>", "<tr>", "<td>",
    "</table>", "<h1>", "</h1>", "<h2><a href=x>", "</a></h2>", "<sup><a>1</a></sup>", "<q>", "</q>", "<b>", "</b>",
    "<pre>", "\n", "<input>", "<form>", "<svg>", "</svg>", "<body>", "</html>", "<title>", "<head>", "<frameset>",
    "<!--", "-->", "<![CDATA[", "<script>", "</script>", "<x-y>", "<img>", "<span hidden>", "</span>", "&amp;", "&#0;",
    "&#xD800;", "\x00", "\ue000", "<p style='", "'>", "Related articles", "3 Comments",
    "The board agreed on Tuesday to dredge the channel before the storms arrive, it said.",
])  # fmt: skip
PROSE = (
    "The harbour board agreed on Tuesday to dredge the northern channel before the winter storms arrive.",
    "It will cost 1.4 million crowns, which the four fishing villages on the bay pay in equal parts.",
    "Work begins on 3 September and is to be finished within eleven weeks, the harbour master said.",
)
ARTICLE = "<h1>Board agrees to dredge the channel</h1>" + "".join(f"<p>{line}</p>" for line in PROSE)


def read(body: str, head: str = "") -> Extract:
    page = (
        f"<!doctype html><html><head><title>Board agrees to dredge the channel</title>{head}</head><body>{body}</body>"
    )
    return extract_html(page.encode())


def kept_of(extract: Extract) -> list[str]:
    return [block.text for block in extract.blocks if not block.furniture]


def reasons_of(extract: Extract) -> dict[str, str]:
    return {block.text: block.furniture for block in extract.blocks if block.furniture}


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_article_is_found_on_each_page(path):
    found = compare_runs(read_page(path.read_bytes()), path.with_suffix(".txt").read_text(encoding="utf-8"))

    assert found.right >= 0.97


def test_pages_stay_above_their_floor():
    scores = sum_up(tuple(score_pages(PAGES, read_page).values()))

    assert scores.both >= 0.99


def test_page_says_who_wrote_it_and_when():
    extract = extract_html((PAGES / "diario.html").read_bytes())

    assert extract.title == "El puerto de Almadraba estrena una lonja sin papel"
    assert extract.author == "Lucía Barreda, Tomás Quiroga"
    assert (extract.publisher, extract.published, extract.language) == ("Diario de la Bahía", "2025-02-18", "es")


def test_page_gives_its_own_address():
    extract = extract_html((PAGES / "council-release.html").read_bytes())

    assert extract.url == "https://www.soundislands.example/news/ferry-timetable-agreed"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://[broken", ""])
def test_address_that_is_none_is_left_out(address):
    assert read(ARTICLE, f'<link rel="canonical" href="{address}">').url == ""


def test_everything_removed_says_why():
    reasons = reasons_of(extract_html((PAGES / "lokalzeitung.html").read_bytes()))

    assert reasons["Kultur"] == "menu"
    assert reasons["Bauern und Stadt einigen sich über Gülle"] == "related articles"
    assert reasons[
        "Bürgermeisterin Renate Vogt (links) und Werkleiter Ali Demir drehen das Wasser auf. Foto: Pfeiffer"
    ] == ("picture caption")
    assert reasons["Meistgelesen"] == "beside the text"


def test_blocks_keep_the_order_of_the_page():
    extract = read(f"<nav><a href=/>Start</a></nav>{ARTICLE}<footer>Harbour Post Ltd</footer>")

    assert [block.text for block in extract.blocks] == [
        "Start", "Board agrees to dredge the channel", *PROSE, "Harbour Post Ltd",
    ]  # fmt: skip


def test_headings_and_list_items_are_told():
    extract = read(
        f"<article>{ARTICLE}<h2>Next</h2><p>{PROSE[0]}</p><ul><li>A new buoy</li></ul><p>{PROSE[1]}</p></article>"
    )

    kinds = {block.text: block.kind for block in extract.blocks}

    assert kinds["Next"] is ParagraphKind.HEADING
    assert kinds["A new buoy"] is ParagraphKind.LIST_ITEM


def test_comments_without_names_are_recognised():
    comments = f"<div><h3>2 Comments</h3><div><b>gull</b><p>{PROSE[0]} About time too.</p></div></div>"

    reasons = reasons_of(read(f"<div>{ARTICLE}</div>{comments}"))

    assert reasons[f"{PROSE[0]} About time too."] == "comments"


def test_section_of_the_article_is_no_furniture():
    section = f"<section><h2>Share prices fell</h2><p>{PROSE[1]} {PROSE[2]}</p></section>"

    kept = kept_of(read(f"<article>{ARTICLE}{section}<p>{PROSE[0]} So it goes on.</p></article>"))

    assert "Share prices fell" in kept


def test_class_of_the_whole_page_says_nothing():
    extract = read(f'<div class="sidebar-left comments-open share newsletter">{ARTICLE}</div>')

    assert kept_of(extract)[1:] == list(PROSE)


def test_line_break_inside_a_sentence_joins():
    extract = read(ARTICLE.replace("before the winter", "before<br>the winter"))

    assert PROSE[0] in kept_of(extract)


def test_two_line_breaks_part_paragraphs():
    extract = read("<h1>Board agrees to dredge the channel</h1><div>" + "<br><br>".join(PROSE) + "</div>")

    assert kept_of(extract)[1:] == list(PROSE)


def test_quotation_element_shows_its_marks():
    extract = read(ARTICLE.replace("the harbour master said", "<q>God willing</q>, the harbour master said"))

    assert any("“God willing”, the harbour" in line for line in kept_of(extract))


def test_number_of_a_footnote_is_no_figure():
    extract = read(ARTICLE.replace("1.4 million crowns", '1.4 million crowns<sup><a href="#n">3</a></sup>'))

    assert any("crowns[3], which" in line for line in kept_of(extract))


def test_row_of_a_table_is_one_block():
    table = "<table><tr><th>Village<th>Share<tr><td>Lunde<td>350,000</table>"

    kept = kept_of(read(f"<article>{ARTICLE}{table}<p>{PROSE[0]} So it was said.</p></article>"))

    assert "Lunde; 350,000" in kept


@pytest.mark.parametrize(
    "hiding",
    [
        "hidden", "aria-hidden=true", 'style="display: none"', 'style="visibility:hidden"', 'style="font-size:0"',
        'style="color:#fff"', 'style="color: white; background-color: #ffffff"', 'style="opacity:0"',
        'style="position:absolute;left:-9999px"', 'class="sr-only"', 'style="height:0;overflow:hidden"',
    ],
)  # fmt: skip
def test_planted_words_never_reach_the_text(hiding):
    planted = "Words that were planted for machines and that no reader of the page would ever see."

    for element in (f"<p {hiding}>{planted}</p>", f"<p>{PROSE[0]} <span {hiding}>{planted}</span></p>"):
        extract = read(f"<article>{ARTICLE}{element}<p>{PROSE[1]} So it was.</p></article>")
        assert reasons_of(extract)[planted] == "not visible on the page"


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "iframe", "textarea"])
def test_code_is_never_shown(tag):
    extract = read(f"{ARTICLE}<{tag}>alert(1) and many words that no reader would see on this page</{tag}><p>Go.</p>")

    assert not any("alert" in block.text for block in extract.blocks)


def test_comment_in_the_source_is_never_shown():
    assert not any("secret" in block.text for block in read(f"{ARTICLE}<!-- secret --><p>Go on.</p>").blocks)


def test_entities_read_no_files():
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>{ARTICLE}<p>&x; {PROSE[0]}</p></body>'

    extract = extract_html(page.encode())

    assert not any("root:" in block.text for block in extract.blocks)


def test_null_characters_are_dropped():
    extract = read(ARTICLE.replace("harbour board", "har\x00bour board"))

    assert PROSE[0] in kept_of(extract)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("utf-8", "iso-8859-1"), ("koi8-r", "koi8-r"), ("utf-16", "")],
)
def test_characters_are_read_as_declared(encoding, declared):
    line = (
        "Чайка улетела на юг, а моряки остались ждать весны у причала."
        if encoding == "koi8-r"
        else f"“£5” – {PROSE[0]}"
    )
    line = line.replace("“", "").replace("”", "").replace("–", "") if encoding == "koi8-r" else line
    page = f'<html><head><meta charset="{declared}"></head><body><h1>Gulls</h1>{"<p>" + line + "</p>"}</body></html>'

    extract = extract_html(page.encode(encoding))

    assert line in kept_of(extract)


def test_chosen_encoding_counts_more_than_the_declared():
    page = '<meta charset="utf-8"><p>Ждать весны у причала долго, но моряки умеют ждать.</p>'.encode("cp1251")

    extract = extract_html(page, FileOptions(encoding="cp1251"))

    assert (kept_of(extract), extract.encoding) == (["Ждать весны у причала долго, но моряки умеют ждать."], "cp1251")


def test_short_page_with_a_script_is_read():
    assert kept_of(read(f"<h1>Board agrees to dredge the channel</h1><p>{PROSE[0]}</p><script>count()</script>"))[
        1:
    ] == [PROSE[0]]


def test_page_hidden_as_a_whole_is_read_with_a_note():
    extract = read(f'<div style="opacity:0">{ARTICLE}</div><script>show()</script>')

    assert kept_of(extract)[1:] == list(PROSE)
    assert extract.notes == ("The page hides its text until a script shows it; the hidden text was read.",)


def test_text_for_search_engines_is_read_with_a_note():
    data = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dredging","articleBody":"%s"}</script>'
    )

    extract = read("<div id=root></div>", data % "\\n".join(PROSE))

    assert kept_of(extract) == ["Dredging", *PROSE]
    assert extract.notes[0].startswith("The page shows its text only with scripts")


def test_white_letters_on_a_dark_ground_are_kept():
    article = ARTICLE.replace("<p>", '<p style="color:#fff">')

    assert kept_of(read(f'<div style="background-color:#123">{article}</div>'))[1:] == list(PROSE)


def test_page_of_scripts_says_what_to_do():
    with pytest.raises(UnreadableInput, match=r"builds its text with scripts.*paste it"):
        read("<div id=root></div><script>start()</script>")


@pytest.mark.parametrize("page", [b"", b" \n", b"<html><body></body></html>", b"<html><body><img src=a></body></html>"])
def test_page_without_words_is_empty(page):
    with pytest.raises(EmptyText):
        make_document(extract_html(page))


def test_pay_wall_leaves_what_is_shown():
    wall = '<div class="paywall-offer"><h2>Subscribe to read on</h2><a href="/abo">See offers</a></div>'

    assert kept_of(read(f"<article>{ARTICLE}{wall}</article>"))[1:] == list(PROSE)


@pytest.mark.parametrize(
    "part",
    [
        "<p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">Tail</p>",
        "<p " + " ".join(f'a{number}=">"' for number in range(200_000)) + ">Tail</p>",
        "<div>" * 200 + "<input>" * 5_000,
        "<div style='" + "overflow:hidden;" * 50_000 + "'>Tail</div>",
        "".join(f"<h{number}>{'abd def ' * 2_000}</h{number}>" for number in (1, 2, 3)),
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[[[1]]],"publisher":{"@id":[]}}</script>',
    ],
    ids=["attributes", "quoted", "fields", "style", "headings", "nested data", "odd data"],
)
def test_hostile_part_leaves_the_article(part):
    assert set(PROSE) <= set(kept_of(read(f"<article>{ARTICLE}</article>{part}")))


@pytest.mark.parametrize(
    "page", ["<div>" * 200_000, "<p>word</p>" * 150_000, "words " * 1_000_000], ids=["deep", "parts", "long"]
)
def test_page_beyond_limits_says_what_to_do(page):
    with pytest.raises(UnreadableInput, match="paste it"):
        read(page + ARTICLE)


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("".join))
def test_any_page_is_read_or_refused(page):
    try:
        text = make_document(extract_html(page.encode("utf-8", "replace"))).text
    except CopytrailError as error:
        text = str(error)

    assert text
    assert "\x00" not in text
