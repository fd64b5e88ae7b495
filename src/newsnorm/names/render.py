"""Write names into the text: full forms of persons outside quotations, one spelling everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Literal

from newsnorm.arguments import check_choice, check_rules, check_text
from newsnorm.edits import Edit
from newsnorm.names import vocabulary as v
from newsnorm.names.canonical import spelling_of
from newsnorm.names.forms import plain
from newsnorm.names.mention import NameMention
from newsnorm.names.scan import is_prose
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import Vocabulary, load_vocabulary
from newsnorm.rules import BUILTIN, NameType, Rules

__all__ = ["name_edits"]


def name_edits(
    text: str, mentions: Iterable[NameMention], style: Literal["canonical", "spelling"], rules: Rules = BUILTIN
) -> list[Edit]:
    """Return the edits that give each sure mention its entity's name, or only its spelling.

    ``mentions`` are those that `find_names` finds in the same text. "canonical" completes persons' names outside
    quotations; "spelling" changes spelling, case and dots only.

    >>> from newsnorm.names import find_names
    >>> text = "Leila Haddad left Kiev. Ms. Haddad's aide stayed."
    >>> [(e.start, e.end, e.new) for e in name_edits(text, find_names(text), "canonical")]
    [(18, 22, 'Kyiv'), (24, 34, 'Leila Haddad')]
    """
    check_text(text)
    check_choice("style", style, ("canonical", "spelling"))
    check_rules(rules)
    words = load_vocabulary("en")
    mentions = list(mentions)
    if words is None or not mentions:
        return []
    aliased = [mention for mention in mentions if mention.rule == "names.alias"]
    spellings = _spellings(text, aliased, rules) if aliased else {}
    tabled = frozenset(mention.canonical for mention in aliased)
    printed = _printed(text, mentions, words, tabled) if style == "canonical" else {}
    edits: list[Edit] = []
    for mention in [m for m in mentions if m.canonical != m.text or m.text in spellings]:
        if mention.ambiguous:
            continue
        edit = None
        if mention.form in _PARTIAL and mention.type == "PER" and mention.canonical != mention.text:
            if mention.rule == "names.alias":
                continue  # no full name in the article bears it: the tables know who it is, the text stays
            if not mention.quoted and (full := printed.get(mention.canonical)):
                edit = _completed(text, mention, full, words, mention.canonical in tabled)
            if edit is None:
                edit = _respelled(mention, spellings)
        elif mention.text in spellings:
            edit = Edit(mention.start, mention.end, spellings[mention.text], (mention.rule,))
        if edit is not None and edit.new != text[edit.start : edit.end]:
            edits.append(edit)
    return edits


_PARTIAL: Final = frozenset(("titled", "short", "given", "initials"))
_ARTICLE: Final = re.compile(r"(?:\A|[^\w-])(?:[Tt]he|[Aa]n?)[ \u00a0]\Z")
_ARTICLE_ENDS: Final = frozenset("eanA")
_NICKNAME: Final = re.compile(r"[ \u00a0][\"“'‘(][^\"”'’)]{1,20}[\"”'’)][ \u00a0][A-Z]")
_COUPLE: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Messrs|Dr)\.?[ \u00a0](?:and|or|&)[ \u00a0]$")
_ANOTHER: Final = re.compile(r"[ \u00a0](?:and|&|or) [A-Z]")
_AFTER: Final = re.compile(r"[ \u00a0](\w+)")


def _spellings(text: str, aliased: Sequence[NameMention], rules: Rules) -> dict[str, str]:
    """Return what the tables print in place of the forms that they know."""
    found: dict[str, str] = {}
    here = TextWords(text)
    known: dict[str, NameType | None] = {m.text: m.type for m in aliased if m.form == "full"}
    for name, type in known.items():
        spelling = spelling_of(name, type, rules, here)
        if spelling is not None and spelling != name:
            found[name] = spelling
    return found


def _respelled(mention: NameMention, spellings: dict[str, str]) -> Edit | None:
    """Return the edit that spells a part of a name as its full form is spelt."""
    for name, spelling in spellings.items():
        if spelling == mention.canonical:
            old, new = name.split(), spelling.split()
            if len(old) == len(new) and old[-1] == mention.text:
                return Edit(mention.start, mention.end, new[-1], ("names.alias",))
    return None


def _printed(text: str, mentions: Sequence[NameMention], words: Vocabulary, tabled: frozenset[str]) -> dict[str, str]:
    """Return what to print for each person with a name to complete: the canonical name, with the article's own marks.

    What the article calls "the Chameleon" is none, whatever its name looks like, nor is what it knows as common words.
    """
    partial = {m.canonical for m in mentions if m.canonical != m.text and m.type == "PER" and m.form in _PARTIAL}
    if not partial:
        return {}
    here = TextWords(text)
    found = {name: name for name in partial if name in tabled or not _is_common(name, here, words)}
    for mention in mentions:
        name = mention.canonical
        if name not in found:
            continue
        if text[mention.start - 2 : mention.start - 1] in _ARTICLE_ENDS and _is_thing(text, mention, words):
            if name not in tabled:
                del found[name]
        elif not mention.text.isascii() and plain(mention.text) == plain(name):
            found[name] = mention.text
    return found


def _is_common(full: str, here: TextWords, words: Vocabulary) -> bool:
    """Tell whether a full name that no given name of the lists opens has words that are common here: "Use Acme"."""
    first, _, last = full.partition(" ")
    return not words.classes.get(first, 0) & v.GIVEN and (last.lower() in here or first.lower() in here)


def _is_thing(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether an article stands before a name that ends its phrase: "the Chameleon is", not "the Haddad plan"."""
    start, end = mention.start, mention.end
    if mention.honorific or mention.role or not _ARTICLE.search(text, max(0, start - 5), start):
        return False
    following = _AFTER.match(text, end, end + 12)
    if following is None:
        return text[end : end + 1] in _ENDS
    return following[1] not in ("and", "or") and bool(words.classes.get(following[1].capitalize(), 0) & v.FUNCTION)


_ENDS: Final = frozenset(",.;:)")


def _completed(text: str, mention: NameMention, full: str, words: Vocabulary, tabled: bool) -> Edit | None:
    """Return the edit that makes a mention the full name, unless grammar or place forbid it."""
    start = mention.start
    if mention.text.isupper() or not _is_printable(full, words, tabled) or not is_prose(text, start, words.small):
        return None
    if mention.honorific:
        start -= len(mention.honorific) + 1
        if text[start : mention.start - 1] != mention.honorific or mention.honorific.startswith("Messrs"):
            return None
    if mention.role and mention.role.split()[-1] in words.styles:
        return None
    if mention.form == "given" and not tabled and full.rpartition(" ")[2].lower() in TextWords(text):
        return None  # "Rosé" where the text knows wine
    before, after = text[max(0, start - 24) : start], text[mention.end : mention.end + 28]
    if _is_bound_before(before, mention, words) or _is_bound_after(before, after, mention, words):
        return None
    return Edit(start, mention.end, full, (mention.rule,))


def _is_bound_before(before: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether what stands before a mention needs it as it is: "a Haddad", "Mr. and Mrs. Haddad", "pre-Haddad"."""
    if before[-1:] in ("-", "/", "(", "&", "‘", "'"):
        return True
    if mention.honorific:
        return before[-2:-1] in ("d", "r", "&") and _COUPLE.search(before) is not None
    last = "" if mention.role else _last_word(before)
    if mention.form == "given" and last in words.naming:
        return True
    return last != "" and (last.lower() in words.determiners or _may_belong(last, words))


def _last_word(before: str) -> str:
    """Return the last word of what one space to three part from what follows, with its full stop, or nothing."""
    bare = before.rstrip(" \u00a0")
    if not 0 < len(before) - len(bare) <= 3:
        return ""
    word = bare.rpartition(" ")[2]
    if word.isalnum():
        return word
    found = _LAST_WORD.search(word)
    return found[0] if found else ""


_LAST_WORD: Final = re.compile(r"\w+\.?\Z")


def _is_bound_after(before: str, after: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether what follows needs a mention as it is: "Haddad supporters", "Haddad 3", "Haddad: I know"."""
    if after[:1] in ("-", "/", "&", "–", "‑"):
        return True
    if after[:1] == ":":
        return before[-1:] in ("", "\n")  # who speaks, in an interview
    if after[:1] not in (" ", "\u00a0"):
        return False
    if mention.form == "given" and (_ANOTHER.match(after) or _NICKNAME.match(after)):
        return True
    following = after[1:].partition(" ")[0]
    if not following.isalnum():
        found = _AFTER.match(after)
        following = found[1] if found else ""
    return following in words.modified or following[:1].isdigit()


@lru_cache(maxsize=1 << 11)
def _is_printable(full: str, words: Vocabulary, tabled: bool) -> bool:
    """Tell whether a full name may stand in the text: one of more than two words must start like a person's name.

    What opens a longer one may be a role that no list knows ("Harbourmaster Jan Kos").
    """
    parts = full.split(" ")
    if len(parts) < 2 or "(" in full or len(parts[0]) == 1 or parts[0][1] == ".":
        return False
    if len(parts) == 4 and words.classes.get(parts[2], 0) & v.GIVEN and not tabled:
        return False  # two names side by side: "aboard the Steve Orlen Paul Kos said"
    if len(parts) == 2 or words.classes.get(parts[0], 0) & v.GIVEN or parts[1][1:2] == "." or tabled:
        return True
    return (
        bool(words.classes.get(parts[1].lower(), 0) & v.PARTICLE)
        or parts[0] in words.eastern
        or parts[-1].rstrip(".") in ("Jr", "Sr")
    )


def _may_belong(word: str, words: Vocabulary) -> bool:
    """Tell whether a capitalized word before a mention may be part of the name, as far as the lists know."""
    flag = words.classes.get(word, 0)
    if word[-1] == ".":  # the last sentence's, but for an honorific's
        return bool(flag & (v.HONORIFIC | v.RANK))
    return word[0].isupper() and not flag & (v.FUNCTION | v.CALENDAR)
