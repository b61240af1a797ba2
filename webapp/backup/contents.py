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
    "lessons",
)
"""What is kept, by the tables' names."""
LEFT_OUT = {
    "sign_ins": "everybody signs in again",
    "links": "links that let somebody in are made anew",
    "attempts": "counts of failures at the door",
    "search_texts": "made anew from the texts when the list is searched",
    "jobs": "work is begun again where it is needed",
    "job_steps": "work is begun again where it is needed",
    "failures": "what could not be compared is tried again",
    "parcels": "zip files are made anew when they are asked for",
    "parcel_parts": "zip files are made anew when they are asked for",
    "api_tokens": "tokens of programs are made anew",
    "api_answers": "known for a day, so that a program may ask again",
    "summaries": "made anew from the comparisons",
    "classes": "what a class wrote is deleted on its day, and lies in no file beyond it",
    "pupils": "what a class wrote is deleted on its day, and lies in no file beyond it",
    "answers": "what a class wrote is deleted on its day, and lies in no file beyond it",
    "class_notes": "what a class wrote is deleted on its day, and lies in no file beyond it",
}
"""What is left out on purpose, and why."""
