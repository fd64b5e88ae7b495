"""One written form of a name in one article, while the forms are linked."""

from __future__ import annotations

from dataclasses import dataclass

from newsnorm.names.canonical import AliasRow
from newsnorm.rules import NameType

__all__ = ["Name"]


@dataclass(slots=True, eq=False)
class Name:
    """Hold one written form: its words, its type, what the tables say of it and, as ``target``, its fuller form.

    What the text tells of it: ``person``, that it is a person's beyond doubt; ``acts``, that it does what persons
    do; ``titled`` and ``genders``, its honorifics; ``located``, that something is in or near it; ``split``, that
    both its words stand alone elsewhere; ``related``, that another form has one of its words. ``fixed``: a user's row
    decides it; ``by_role``: the row is that of a role and the name.
    """

    text: str
    words: tuple[str, ...]
    type: NameType | None
    row: AliasRow | None = None
    person: bool = False
    acts: bool = False
    located: bool = False
    split: bool = False
    fixed: bool = False
    genders: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    by_role: bool = False
    titled: bool = False
    related: bool = False
    target: Name | None = None
    rule: str = "names.full"

    def root(self) -> Name:
        """Return the fullest form that this one leads to."""
        name = self
        for _ in range(8):
            if name.target is None:
                break
            name = name.target
        return name

    def canonical(self) -> str:
        """Return the one string for every mention of this name's entity."""
        root = self.root()
        return root.row.canonical if root.row is not None else root.text
