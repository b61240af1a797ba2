"""The tables, written apart from the model; `store` maps their rows by hand.

Only what SQLite and PostgreSQL share. Times are UTC in ISO form, ids are random, and a text is kept as
the bytes it came in. A comparison is one JSON value beside what it was made from.
"""

from webapp.tables.cases import cases, form_keys
from webapp.tables.catalogue import case_tags, search_texts
from webapp.tables.columns import metadata
from webapp.tables.documents import attachments, comparisons, documents, paragraph_kinds
from webapp.tables.drafts import drafts
from webapp.tables.jobs import failures, job_steps, jobs, summaries
from webapp.tables.notes import events, former_comparisons, note_replies, notes
from webapp.tables.parcels import parcel_parts, parcels
from webapp.tables.people import attempts, desk_names, identities, links, people, sign_ins, team_members, teams
from webapp.tables.reviews import acts, dismissals
from webapp.tables.shares import shares
from webapp.tables.teaching import answers, class_notes, classes, lessons, pupils
from webapp.tables.tokens import api_answers, api_tokens

__all__ = [
    "acts",
    "answers",
    "api_answers",
    "api_tokens",
    "attachments",
    "attempts",
    "case_tags",
    "cases",
    "class_notes",
    "classes",
    "comparisons",
    "desk_names",
    "dismissals",
    "documents",
    "drafts",
    "events",
    "failures",
    "form_keys",
    "former_comparisons",
    "identities",
    "job_steps",
    "jobs",
    "lessons",
    "links",
    "metadata",
    "note_replies",
    "notes",
    "paragraph_kinds",
    "parcel_parts",
    "parcels",
    "people",
    "pupils",
    "search_texts",
    "shares",
    "sign_ins",
    "summaries",
    "team_members",
    "teams",
]
