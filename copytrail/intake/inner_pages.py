"""Pages inside other files, a chapter or an e-mail: all that is visible on them is text."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.errors import EmptyText
from copytrail.intake.extracts import Block, FileOptions
from copytrail.intake.pages.blocks import PageBlock
from copytrail.intake.pages.reasons import HIDDEN
from copytrail.intake.pages.tree import parse_page
from copytrail.intake.pages.walk import find_blocks
from copytrail.intake.pages.weights import weigh

_SIGNATURES = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block"})
SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class InnerPage:
    """The blocks of a page and how its characters were read."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    encoding: str = ""


def read_inner_page(data: bytes, encoding: str = "") -> InnerPage:
    """Everything on a page but what nobody sees, and signatures that mail programs mark; an empty one has no blocks."""
    try:
        page = parse_page(data, FileOptions(encoding=encoding))
    except EmptyText:
        return InnerPage()
    found = find_blocks(page.root, weigh(page.root))
    blocks = (Block(block.text, block.kind, _explain(block)) for block in found)
    return InnerPage(tuple(blocks), page.decoded.notes, page.decoded.encoding)


def _explain(block: PageBlock) -> str:
    if block.reason == HIDDEN:
        return HIDDEN
    around = (block.element, *block.element.iterancestors())
    is_signature = any(_SIGNATURES & set((element.get("class") or "").split()) for element in around)
    return SIGNATURE if is_signature else ""
