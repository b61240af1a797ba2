"""All that can be done with the cases as a collection, put together."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.catalogue.changing import Changing
from webapp.catalogue.copying import Copying
from webapp.catalogue.finding import Finding
from webapp.catalogue.ordering import Ordering
from webapp.catalogue.shelving import Shelving
from webapp.catalogue.tagging import Tagging
from webapp.services import Services


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The use cases of the collection, one value for each subject."""

    finding: Finding
    shelving: Shelving
    tagging: Tagging
    copying: Copying
    ordering: Ordering
    changing: Changing


def build_catalogue(services: Services, trash_days: int) -> Catalogue:
    """The collection in the database of these use cases."""
    return Catalogue(
        finding=Finding(services.database, services.find_viewer),
        shelving=Shelving(services, trash_days),
        tagging=Tagging(services),
        copying=Copying(services),
        ordering=Ordering(services),
        changing=Changing(services),
    )
