"""Single lines that are furniture, and lines that only look like it."""

import pytest

from copytrail.intake.furniture.lines import explain_beside, explain_line, is_contact_heading


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("LEAVE A REPLY", "comment form"),
        ("Please enter your comment!", "comment form"),
        ("Top 5 This Week", "menu or related headlines"),
        ("» Related Posts «", "menu or related headlines"),
        ("Editors’ picks", "menu or related headlines"),
        ("Share this article:", "sharing and following"),
        ("Subscribe to our newsletter for daily news", "newsletter or subscription"),
        ("We use cookies to improve your visit.", "cookie notice"),
        ("ADVERTISEMENT", "advertisement"),
        ("© 2025 Example Media", "notice of rights"),
        ("All rights reserved.", "notice of rights"),
        ("Das könnte Sie auch interessieren", "menu or related headlines"),
        ("À lire aussi : le port", "menu or related headlines"),
        ("2 min read", "reading time"),
        ("Copyright 2025 Example Media", "notice of rights"),
        ("3 Minuten Lesezeit", "reading time"),
        ("Dockers on the quay [Getty Images]", "picture caption"),
        ("Photo: Jane Doe", "picture caption"),
        ("press@quill-lines.example", "contact block"),
        ("+44 (0)20 5550 1234", "contact block"),
        ("Tel.: 0555 010 199", "contact block"),
        ("Home | Town | Harbour | Letters", "menu or related headlines"),
        ("Filed under: Harbour, Ferries", "menu or related headlines"),
        ("Updated 7:05 AM GMT, Tue April 2, 2024", "date of the page"),
        ("Published: 08:15, 2 April 2024 | Updated: 10:40, 2 April 2024", "date of the page"),
        ("Aktualisiert am 2. April 2024 um 10:40 Uhr", "date of the page"),
        ("Updated 2 April 2024 · 4 min read", "date of the page"),
        ("Share on Facebook Share on X", "sharing and following"),
        ("3.4k shares", "sharing and following"),
        ("Kommentare (7)", "comment form"),
        ("The best of the harbour, every morning in your inbox", "newsletter or subscription"),
        ("Ada Holm writes about ferries. Follow her on Mastodon.", "note on the author"),
        ("Impressum", "notice of rights"),
        ("Article continues after this advertisement", "advertisement"),
    ],
)
def test_furniture_lines_have_their_reason(line, reason):
    assert explain_line(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "28 November, 2024",
        "Sunday, November 16, 2025",
        "2025-08-14",
        "14.08.2025",
        "Published on 3 March 2025 at 10:30 GMT",
        "Updated: March 3rd, 2025",
        "Stand: 3. März 2025, 10:30 Uhr",
        "mardi 12 mai 2026",
        "12 de mayo de 2026",
    ],
)
def test_dates_of_pages_are_furniture(line):
    assert explain_line(line) == "date of the page"


@pytest.mark.parametrize(
    "line",
    [
        "The bridge is open.",
        "On 28 November 2024 the bridge was opened.",
        "The council wants to share the cost.",
        "Comments by the minister caused anger.",
        "Home Office minister resigns",
        "Copyright law will change in May, the minister said.",
        "Related work was paused for two years.",
        "14 people were hurt on Friday.",
        "2024 was a good year.",
        "The photo shows the old quay.",
        "Print runs of the paper fell by half.",
        "Search for missing sailor goes on",
        "",
        "Subscribers left.",
    ],
)
def test_sentences_that_look_alike_are_text(line):
    assert explain_line(line) == ""


def test_long_paragraphs_are_text():
    assert explain_line("We use cookies " + "and many other things " * 10) == ""


@pytest.mark.parametrize("line", ["Contact us", "Press contact:", "Media enquiries", "Pressekontakt", "CONTACT"])
def test_contact_headings_are_known(line):
    assert is_contact_heading(line)


@pytest.mark.parametrize("line", ["Contact with the ship was lost", "The press office said no", "We contact you"])
def test_other_lines_head_no_contact(line):
    assert not is_contact_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "PUBLISHED: May 12, 2026 at 6:00 AM CDT | UPDATED: May 12, 2026 at 8:15 AM CDT",
        "08:30, 12 MAY 2026",
        "Aktualisiert: 12.05.2026, 14:31",
        "Publié le 12/05/2026 à 17h05",
        "Publicado: martes, 12 mayo 2026 17:53",
        "Actualizado a las 11:15h",
    ],
)
def test_dates_stand_in_any_order(line):
    assert explain_line(line) == "date of the page"


@pytest.mark.parametrize("line", ["9:34 p.m.", "3 April", "10:30 to 12:45", "from 9:30 in the town hall, 2 May"])
def test_a_time_alone_is_text(line):
    assert explain_line(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Modern slavery victims were rescued in May",
        "A member of the public was hurt",
        "Search for the boat goes on",
        "Work at the site begins on Monday",
        "Aide aux victimes : la commune se mobilise",
        "Données personnelles : une amende record",
        "Ein Beitrag von fünf Euro wird erhoben",
        "Ayuda a los vecinos afectados",
        "Recibe el premio nacional de poesía",
        "Frequently asked questions",
        "About the bridge",
    ],
)
def test_headlines_that_begin_alike_are_text(line):
    assert explain_line(line) == ""


def test_a_long_notice_needs_a_sure_beginning():
    rest = " and again" * 20

    assert explain_line(f"We invite you to use our commenting platform{rest}.") == "comment form"
    assert explain_line(f"Read more{rest}.") == ""


@pytest.mark.parametrize(
    "line", ["Politics", "Reply", "2 hours ago", "vor 3 Stunden", "il y a 2 heures", "hace 5 horas"]
)
def test_some_lines_count_beside_others_only(line):
    assert explain_line(line) == ""
    assert explain_beside(line)
