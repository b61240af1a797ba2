"""The use cases of earlier states: look at one, go back to one; going back is an act that can be undone itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytrail.corrections import apply_corrections
from copytrail.model import Comparison, Review
from copytrail.references import hold_references
from copytrail.review import apply_dismissals
from copytrail.trail import trace
from webapp import comparing, reading, store
from webapp.acts import Entry, Verb
from webapp.choosing import list_changes, tell_cleaning
from webapp.deeds import Done
from webapp.faults import AlreadyStored, ChangedMeanwhile
from webapp.past.states import Kept, Moment, State, find_state
from webapp.records import ComparisonRecord, KindChoice, StoredText
from webapp.reviewing import tell_restored
from webapp.services import Services


@dataclass(frozen=True, slots=True)
class Past:
    """The use cases of earlier states; built once, on those of cases."""

    services: Services

    def open_then(self, case_id: str, number: int, moment: Moment) -> ComparisonRecord:
        """A comparison as it was at an earlier time, made by the engine of today."""
        now = self.services.open_comparison(case_id, number)
        kept = self._load(now)
        state = find_state(kept, moment)
        pair = comparing.Pair(
            replace(kept.original, choices=state.original), replace(kept.derivative, choices=state.derivative)
        )
        digest = f"then.{comparing.digest_inputs(pair)}.{now.digest}"
        machine = self.services.corrected.fetch((digest, number), lambda: self._compare(now, pair))
        corrections = state.acts.standing
        key = (digest, number, corrections)
        corrected = self.services.corrected.fetch(key, lambda: apply_corrections(machine, corrections))
        return replace(
            now,
            comparison=apply_dismissals(corrected, state.dismissals),
            digest=digest,
            review=Review(dismissals=state.dismissals, corrections=corrections),
            acts=state.acts,
        )

    def go_back(self, record: ComparisonRecord, moment: Moment, *, seen: str, person: str = "") -> None:
        """Bring back what stood at an earlier time: corrections, dismissals and what was said of paragraphs."""
        state = find_state(self._load(record), moment)
        entry = Entry(
            number=len(record.acts.entries) + 1,
            verb=Verb.RESTORE,
            time=self.services.clock(),
            person=person,
            standing=state.acts.standing,
        )
        self._settle(record, state, entry, seen)

    def move(self, record: ComparisonRecord, verb: Verb, entry: Entry, *, seen: str, person: str = "") -> None:
        """Take going back to an earlier state back, or do it again, with all that it brought back."""
        moment = Moment(entry.time, inclusive=verb is Verb.REDO)
        state = find_state(self._load(record), moment)
        step = Entry(number=len(record.acts.entries) + 1, verb=verb, time=self.services.clock(), person=person)
        self._settle(record, state, step, seen)

    def _settle(self, record: ComparisonRecord, state: State, entry: Entry, seen: str) -> None:
        """Keep all of an earlier state as what stands now, or nothing."""
        if seen != record.seen:
            raise ChangedMeanwhile
        kept, article = self._load(record), record.article.id
        try:
            with self.services.database.writing() as connection:
                store.cases.touch_case(connection, record.case.id, entry.time)
                store.cases.load_case(connection, record.case.id).find(article)
                if store.acts.load_log(connection, article) != record.acts:
                    raise ChangedMeanwhile
                store.acts.add_entry(connection, article, entry)
                for done in (*self._clean(connection, kept, state, entry), *_dismiss(connection, kept, state, entry)):
                    store.events.add_event(connection, record.case.id, done)
        except AlreadyStored as error:
            raise ChangedMeanwhile from error
        self.services.database.forget()

    def _clean(self, connection: store.Connection, kept: Kept, state: State, entry: Entry) -> list[Done]:
        """Say again of the paragraphs of both texts what was said then."""
        told = []
        for text, choices in ((kept.original, state.original), (kept.derivative, state.derivative)):
            wanted = _list_wanted(text, choices)
            changes = list_changes(text.choices, wanted)
            for choice in wanted if changes else ():
                store.choices.save_choice(connection, text.record.id, choice, entry.time)
            told += [tell_cleaning(text.record.id, changes, entry.time, entry.person)] if changes else []
        return told

    def _load(self, record: ComparisonRecord) -> Kept:
        with self.services.database.reading() as connection:
            return Kept(
                acts=record.acts,
                dismissals=store.dismissals.load_review(connection, record.article.id).dismissals,
                original=store.documents.load_text(connection, record.case.original),
                derivative=store.documents.load_text(connection, record.article),
                events=store.events.load_events(connection, record.case.id),
            )

    def _compare(self, now: ComparisonRecord, pair: comparing.Pair) -> Comparison:
        """The two texts compared as they were, traced among the other articles as they are."""
        made = comparing.compare_pair(pair)
        others = [each.comparison for each in self.services.open_comparisons(now.case.id)]
        with self.services.database.reading() as connection:
            texts = [store.documents.load_text(connection, each) for each in now.case.references]
        traced = trace([*others[: now.number - 1], made, *others[now.number :]])[now.number - 1]
        return hold_references([traced], [reading.read_document(text) for text in texts])[0]


def _list_wanted(text: StoredText, choices: Sequence[KindChoice]) -> list[KindChoice]:
    """What is to be said of each paragraph of which something was said then or is said now."""
    then = {each.number: each for each in choices}
    back = [
        replace(each, kind=each.machine_kind, speaker="", reason="") for each in text.choices if each.number not in then
    ]
    return [*then.values(), *back]


def _dismiss(connection: store.Connection, kept: Kept, state: State, entry: Entry) -> list[Done]:
    """Dismiss again what stood dismissed, and restore what did not."""
    article = kept.derivative.record.id
    now, then = ({each.key: each for each in side} for side in (kept.dismissals, state.dismissals))
    for key, dismissal in then.items():
        if key not in now:
            again = replace(dismissal, time=entry.time, person=entry.person)
            store.dismissals.add_dismissal(connection, article, again)
    gone = [dismissal for key, dismissal in now.items() if key not in then]
    for dismissal in gone:
        store.dismissals.delete_dismissal(connection, article, dismissal.key)
    return [tell_restored(article, dismissal, entry.time, entry.person) for dismissal in gone]
