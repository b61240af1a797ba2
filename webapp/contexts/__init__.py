"""What each page says: one frozen value per page, which its template gets as `page`."""

from webapp.contexts.case import CaseContent, CasePage, make_case
from webapp.contexts.comparison import EXPORTS, ComparisonPage, NoteDesk, RefusedReason, Then, Ways, make_comparison
from webapp.contexts.home import DraftNote, FormPage, FormPart, HomePage, make_form_page, make_home
from webapp.contexts.notes import NotesPage
from webapp.contexts.problem import ErrorPage
from webapp.contexts.rerun import RerunPage
from webapp.contexts.texts import Refused, TextPart, TextsPage, make_texts, show_text

__all__ = [
    "EXPORTS",
    "CaseContent",
    "CasePage",
    "ComparisonPage",
    "DraftNote",
    "ErrorPage",
    "FormPage",
    "FormPart",
    "HomePage",
    "NoteDesk",
    "NotesPage",
    "Refused",
    "RefusedReason",
    "RerunPage",
    "TextPart",
    "TextsPage",
    "Then",
    "Ways",
    "make_case",
    "make_comparison",
    "make_form_page",
    "make_home",
    "make_texts",
    "show_text",
]
