"""The bundled case: unaltered texts, described as far as they describe themselves."""

import hashlib

import pytest

from copytrail.case_files import bundled_cases, read_case

CHECKSUMS = {
    "original.txt": "16c9ea8db873446cd96545e11cd0a62c91614e2f3cf15d56e56ceaa77b2dc3cc",
    "article-1.txt": "64f97650b7005aa4abc20002429fc4275050c5cd9cce240f9f9abbad519ce578",
    "article-2.txt": "b1c90c43a3f97d08d8ddae7ebf037581f375eae6c8917db4222183eb60ae2e46",
    "article-3.txt": "7d314c735e476030bb35bd0d5e5a657db8acc0b3d06c5fc2022a99cde8eec481",
    "article-4.txt": "ff8d2393bfafd39722d630a274c1c9a4a16cd2e54f708747c96494bf63145c57",
}


@pytest.mark.parametrize("name", CHECKSUMS)
def test_texts_are_unaltered(seeds, name):
    assert hashlib.sha256((seeds / name).read_bytes()).hexdigest() == CHECKSUMS[name]


def test_bundled_case_names_every_text():
    (case,) = bundled_cases()

    names = [case.original.name, *(text.name for text in case.derivatives)]

    assert names == list(CHECKSUMS)
    assert all(text.title for text in (case.original, *case.derivatives))


def test_bundled_case_invents_no_addresses():
    (case,) = bundled_cases()

    assert not any(text.url for text in (case.original, *case.derivatives))


def test_titles_not_described_stand_in_text(seeds):
    case = read_case(seeds)

    for text in (case.derivatives[0], case.derivatives[3]):
        assert text.title in text.data.decode()


def test_bundled_texts_become_documents():
    (case,) = bundled_cases()

    document = case.derivatives[3].read()

    assert document.id == "article-4"
    assert document.published == "2024-11-28"
    assert document.language == "en"
