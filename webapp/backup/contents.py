"""Which tables a backup holds; a test holds both lists against the tables that there are."""

from __future__ import annotations

KEPT = (
    "cases",
    "form_keys",
    "documents",
    "paragraph_kinds",
    "comparisons",
    "dismissals",
    "acts",
    "drafts",
    "attachments",
    "notes",
    "note_replies",
    "events",
    "former_comparisons",
    "shares",
    "case_tags",
    "people",
    "identities",
    "teams",
    "team_members",
    "desk_names",
)
"""What is kept, by the tables' names."""
LEFT_OUT = {
    "search_texts": "made anew from the texts when the list is searched",
    "jobs": "work is begun again where it is needed",
    "job_steps": "work is begun again where it is needed",
    "failures": "what could not be compared is tried again",
    "summaries": "made anew from the comparisons",
    "sign_ins": "everybody signs in again",
    "links": "invitations and links for passwords are made anew",
    "attempts": "tries are counted anew",
}
"""What is left out on purpose, and why."""
