"""The database as commands read it."""

from functools import cached_property
from typing import TYPE_CHECKING

from netlog.storage import sql
from netlog.storage.planning import Planning
from netlog.storage.store import Store

if TYPE_CHECKING:
    from netlog.storage.about import About
    from netlog.storage.forgotten import Forgotten
    from netlog.storage.history import History
    from netlog.storage.introductions import Introductions
    from netlog.storage.ledger import Ledger
    from netlog.storage.networks import Networks
    from netlog.storage.people import People
    from netlog.storage.promises import Promises
    from netlog.storage.reports import Reports
    from netlog.storage.touches import Touches
    from netlog.storage.traces import Traces
    from netlog.storage.whole import Whole


class Book:
    """Everything that can be asked, each part made on first use."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def people(self) -> "People":
        """Who is there."""
        from netlog.storage.people import People

        return People(self.store)

    @cached_property
    def touches(self) -> "Touches":
        """What happened."""
        from netlog.storage.touches import Touches

        return Touches(self.store)

    @cached_property
    def introductions(self) -> "Introductions":
        """Who introduced whom."""
        from netlog.storage.introductions import Introductions

        return Introductions(self.store)

    @cached_property
    def promises(self) -> "Promises":
        """What is owed."""
        from netlog.storage.promises import Promises

        return Promises(self.store)

    @cached_property
    def ledger(self) -> "Ledger":
        """What was given and got."""
        from netlog.storage.ledger import Ledger

        return Ledger(self.store)

    @cached_property
    def traces(self) -> "Traces":
        """What a trace walks along."""
        from netlog.storage.traces import Traces

        return Traces(self.store)

    @cached_property
    def networks(self) -> "Networks":
        """The network as a whole."""
        from netlog.storage.networks import Networks

        return Networks(self.store)

    @cached_property
    def planning(self) -> Planning:
        """What the plan asks."""
        return Planning(self.store)

    @cached_property
    def reports(self) -> "Reports":
        """What the reports count."""
        from netlog.storage.reports import Reports

        return Reports(self.store)

    @cached_property
    def history(self) -> "History":
        """What was changed."""
        from netlog.storage.history import History

        return History(self.store)

    @cached_property
    def about(self) -> "About":
        """Whatever else the file holds of one person."""
        from netlog.storage.about import About

        return About(self.store)

    @cached_property
    def forgotten(self) -> "Forgotten":
        """Whether somebody was forgotten."""
        from netlog.storage.forgotten import Forgotten

        return Forgotten(self.store)

    @cached_property
    def whole(self) -> "Whole":
        """Everything there is."""
        from netlog.storage.whole import Whole

        return Whole(self.store)

    def schema_version(self) -> int:
        """Which schema the file has."""
        return self.store.number(sql.SCHEMA_VERSION)
