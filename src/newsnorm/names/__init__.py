"""Names: find them, link them within one article, and write one name for one entity."""

from __future__ import annotations

from collections.abc import Iterable

from newsnorm.arguments import check_rules, check_text, language
from newsnorm.edits import on_original
from newsnorm.names.asides import join_asides
from newsnorm.names.canonical import canonical_name, lookup
from newsnorm.names.compare import same_name
from newsnorm.names.find import find_pieces
from newsnorm.names.found import FoundNames
from newsnorm.names.institutions import with_institutions
from newsnorm.names.link import link_names, rules_on
from newsnorm.names.mention import Entity, NameMention
from newsnorm.names.render import name_edits
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import load_vocabulary
from newsnorm.rules import BUILTIN, NameType, Rules
from newsnorm.wrapped import whole

__all__ = [
    "Entity",
    "FoundNames",
    "NameMention",
    "canonical_name",
    "find_entities",
    "find_names",
    "mentions_of",
    "name_edits",
    "read_names",
    "same_name",
]


def find_names(text: str, rules: Rules = BUILTIN, *, lang: str = "en") -> list[NameMention]:
    """Find the names of persons, organizations and places in a text, linked within it, in order.

    >>> [(m.text, m.canonical) for m in find_names("Leila Haddad left Kiev. Ms. Haddad did not say why.")]
    [('Leila Haddad', 'Leila Haddad'), ('Kiev', 'Kyiv'), ('Haddad', 'Leila Haddad')]
    """
    check_text(text)
    check_rules(rules)
    read = whole(text)
    return list(on_original(mentions_of(read_names(read.text, rules, lang=language(lang)), language(lang)), read))


def mentions_of(found: FoundNames, lang: str = "en") -> list[NameMention]:
    """Return the mentions of all names that were found, where an institution that is named by its place is one.

    >>> [(m.text, m.type) for m in mentions_of(read_names("The U.S. government and London agreed."))]
    [('U.S. government', 'ORG'), ('London', 'LOC')]
    """
    words = load_vocabulary(lang)
    mentions = found.mentions()
    return mentions if words is None else with_institutions(found.text, mentions, words)


def read_names(text: str, rules: Rules = BUILTIN, *, lang: str = "en") -> FoundNames:
    """Return what `find_names` finds, before a mention is made of each; the call is one that was checked.

    A language is named by its primary subtag.

    >>> read_names("Leila Haddad left.").told
    [('PER', 'Leila Haddad', 'full', 'names.full', False)]
    """
    words = load_vocabulary(lang)
    on = rules_on(rules)
    here = TextWords(text)
    if words is None or "names.full" not in on:
        return FoundNames(text, [], [], here)
    pieces = find_pieces(text, words, here, lambda name: lookup(name, None, rules, here, lang) is not None)
    if not pieces:
        return FoundNames(text, [], [], here)
    pieces = join_asides(text, pieces, words)
    return FoundNames(text, pieces, link_names(text, pieces, words, rules, on, lang, here), here)


def find_entities(mentions: Iterable[NameMention]) -> tuple[Entity, ...]:
    """Gather mentions by the name they share, in the order in which the text first mentions each.

    >>> [(e.canonical, len(e.mentions)) for e in find_entities(find_names("Leila Haddad left. Ms. Haddad is ill."))]
    [('Leila Haddad', 2)]
    """
    groups: dict[tuple[str, bool], list[NameMention]] = {}
    for mention in mentions:
        groups.setdefault((mention.canonical, mention.ambiguous), []).append(mention)
    return tuple(
        Entity(canonical, _common_type(group), tuple(group), tuple(dict.fromkeys(m.rule for m in group)))
        for (canonical, _), group in groups.items()
    )


def _common_type(group: list[NameMention]) -> NameType | None:
    return next((mention.type for mention in group if mention.type is not None), None)
