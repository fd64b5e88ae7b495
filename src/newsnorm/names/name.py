"""One written form of a name in one article, while the forms are linked."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsnorm.names.canonical import AliasRow
from newsnorm.names.mention import Told
from newsnorm.names.piece import Written
from newsnorm.rules import NameType

__all__ = ["Forms", "Name"]


@dataclass(slots=True, eq=False)
class Name:
    """Hold one written form: its words, its type, what the tables say of it and, as ``target``, its fuller form.

    ``key`` is what looks it up as a part of a person's name.

    What the text tells of it: ``person``, that it is a person's beyond doubt; ``acts``, that it does what persons
    do; ``titled`` and ``genders``, its honorifics; ``bare``, that it stands without a title, too; ``located``, that
    something is in or near it; ``related``, that another form has
    one of its words; ``first``, where it stands first, but for headlines in capitals; ``implied``, that the text has it
    in parts alone ("Omar and Leila Haddad"); ``firm``, that a firm is named by it, and ``firm_first``, where the first
    of these stands first; ``thing``, where an institution or a county that is named by it stands first, zero for a
    team, which does what persons do, or what is called a place;
    ``place``, that it is called one; ``called``, the nickname that stands within it.
    ``fixed``: a user's row decides it; ``by_role``: the row is that of a role and the name; ``contested``: the tables
    have such a row, and it is of none who bears the name here. ``told`` is what all its untitled mentions say.
    """

    text: str
    words: tuple[str, ...]
    type: NameType | None
    key: str
    first: int = -1
    person: bool = field(default=False, init=False)
    acts: bool = field(default=False, init=False)
    located: bool = field(default=False, init=False)
    fixed: bool = field(default=False, init=False)
    genders: frozenset[str] = field(default=frozenset(), init=False)
    roles: frozenset[str] = field(default=frozenset(), init=False)
    by_role: bool = field(default=False, init=False)
    contested: bool = field(default=False, init=False)
    implied: bool = field(default=False, init=False)
    firm: bool = field(default=False, init=False)
    firm_first: int = field(default=-1, init=False)
    place: bool = field(default=False, init=False)
    called: str = field(default="", init=False)
    thing: int = field(default=-1, init=False)
    titled: bool = field(default=False, init=False)
    bare: bool = field(default=False, init=False)
    related: bool = field(default=False, init=False)
    row: AliasRow | None = field(default=None, init=False)
    target: Name | None = field(default=None, init=False)
    rule: str = field(default="names.full", init=False)
    told: Told = field(default=(None, "", "full", "names.full", False), init=False)

    def make_person(self) -> None:
        """Note that it is a person's beyond doubt."""
        self.type = "PER"
        self.person = True

    def name_firm(self, firm: Name | None = None) -> None:
        """Note that a firm is named by it, and where that stands first; before all else if it is not told."""
        at = firm.first if firm is not None else -1
        self.firm_first = min(at, self.firm_first) if self.firm else at
        self.firm = True

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


class Forms:
    """Gather the written forms of one article, and which of them are in capitals or listed, or share a word."""

    __slots__ = ("_first", "by_text", "capitals", "listed")

    def __init__(self) -> None:
        self.by_text: dict[str, Name] = {}
        self.capitals: list[Name] = []
        self.listed: list[Name] = []
        self._first: dict[str, Name] = {}

    def add(self, written: Written, first: int) -> Name:
        """Add the form of a name that stands at a position, and return it."""
        name = self.by_text[written.text] = Name(written.text, written.words, written.type, written.key, first)
        if written.capital:
            self.capitals.append(name)
        if written.listed:
            self.listed.append(name)
        # No name is a part of another, nor has one, unless it is related: has a word of it.
        first_of = self._first
        for key in written.keys:
            other = first_of.setdefault(key, name)
            if other is not name:
                other.related = name.related = True
        return name

    def add_person(self, text: str, words: tuple[str, ...]) -> Name:
        """Add the form of a person's full name that stands nowhere in the article as it is, and return it."""
        name = self.add(Written(text, words, "PER"), -1)
        name.person = True
        return name
