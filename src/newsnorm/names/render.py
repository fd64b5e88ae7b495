"""Write names into the text: full forms of persons outside quotations, one spelling everywhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final, Literal

from newsnorm.arguments import check_choice, check_rules
from newsnorm.edits import Edit, edit_of
from newsnorm.names import vocabulary as v
from newsnorm.names.asides import without_nickname
from newsnorm.names.beside import APOSTROPHES, word_before
from newsnorm.names.canonical import spelling_of
from newsnorm.names.context import acts, is_introduced
from newsnorm.names.forms import normal_form, plain
from newsnorm.names.found import FoundNames
from newsnorm.names.grammar import is_another, is_bound, is_honoured, is_house, is_kin, is_titled
from newsnorm.names.headlines import is_headline
from newsnorm.names.kept import is_beside, kept_names
from newsnorm.names.mention import NameMention
from newsnorm.names.others import is_famous, is_of_other_sex, is_other_officer
from newsnorm.names.spelling import alike
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import Vocabulary, load_vocabulary
from newsnorm.rules import BUILTIN, NameType, Rules

__all__ = ["name_edits"]


def name_edits(found: FoundNames, style: Literal["canonical", "spelling"], rules: Rules = BUILTIN) -> list[Edit]:
    """Return the edits that give each sure mention its entity's name, or only its spelling.

    "canonical" completes persons' names outside quotations; "spelling" changes spelling, case and dots only.

    >>> from newsnorm.names import read_names
    >>> found = read_names("Leila Haddad left Kiev. Ms. Haddad's aide stayed.")
    >>> [(e.start, e.end, e.new) for e in name_edits(found, "canonical")]
    [(18, 22, 'Kyiv'), (24, 34, 'Leila Haddad')]
    """
    check_choice("style", style, ("canonical", "spelling"))
    check_rules(rules)
    # What the tables spell otherwise has another canonical name, too.
    each = enumerate(zip(found.pieces, found.told, strict=True))
    others = [at for at, (piece, told) in each if told[1] != piece[2].text]
    words = load_vocabulary("en")
    if not others or words is None:
        return []
    spellings = _spellings(found, others, rules)
    edits: list[Edit] = []
    parts: list[int] = []
    spelt: list[int] = []
    for at in others:
        type, _, form, rule, ambiguous = found.told[at]
        if ambiguous:
            continue
        if type != "PER" or form not in _PARTIAL:
            spelt.append(at)
        elif rule != "names.alias":  # no full name in the article bears it: the tables know who it is, the text stays
            parts.append(at)
    if spellings:
        edits += _of_spellings(found, spelt, kept_names(found, others, words), spellings, words, rules)
    unlike = style == "canonical" or not all(found.told[at][1].endswith(found.pieces[at][2].text) for at in parts)
    if parts and unlike:
        edits += _of_parts(found, parts, style, spellings, words, rules)
        edits.sort(key=attrgetter("start"))
    return edits


def _of_spellings(
    found: FoundNames,
    spelt: Iterable[int],
    kept: Container[str],
    spellings: Mapping[str, str],
    words: Vocabulary,
    rules: Rules,
) -> Iterator[Edit]:
    """Yield the edits of the names at some places that the tables spell otherwise, but for those that are kept."""
    users = {alias.canonical for alias in rules.aliases}  # which spelling a user wants is never kept back
    for at in spelt:
        start, end, written, _ = found.pieces[at]
        new = spellings.get(written.text)
        if new is None or found.text[start:end] == new:
            continue
        if new in users or not (
            written.text in kept
            or is_beside(found, at, new)
            or word_before(found.text, start) in words.cooked  # "chicken Kiev"
            or _opens_firm(found, at, words)
        ):
            yield edit_of(start, end, new, found.told[at][3])


def _opens_firm(found: FoundNames, at: int, words: Vocabulary) -> bool:
    """Tell whether a name at a place may open that of a firm: "Kiev | and Zorvan Banking Corp"."""
    if at + 1 == len(found.pieces):
        return False
    (_, end, _, _), (start, _, firm, _) = found.pieces[at], found.pieces[at + 1]
    if firm.type != "ORG" or words.phrases.joined.fullmatch(found.text, end, start) is None:
        return False
    return bool(words.classes.get(firm.words[-1], 0) & v.LEGAL)


def _of_parts(
    found: FoundNames, parts: list[int], style: str, spellings: Mapping[str, str], words: Vocabulary, rules: Rules
) -> list[Edit]:
    """Return the edits of the mentions at some places, each a part of a person's name."""
    text, places = found.text, parts
    partial = {found.told[at][1] for at in parts} if style == "canonical" else set[str]()
    if partial:
        places = [at for at, told in enumerate(found.told) if told[1] in partial]
    mentions = dict(zip(places, found.mentions(places), strict=True))
    forms = list(mentions.values()) if partial else []
    tabled = frozenset(mention.canonical for mention in forms if mention.rule == "names.alias")
    # "Lloyd Kos" of "Andrew Lloyd Kos" may be another's.
    partial -= {mention.text for mention in forms if mention.ambiguous}
    printed = _printed(found, partial, forms, words, tabled, spellings) if partial else {}
    shared = _shared(text, forms, printed, words)
    persons = frozenset(
        mention.canonical for mention in forms if mention.form == "full" and _is_person(text, mention, words)
    )
    edits: list[Edit] = []
    for at in parts:
        mention, zone, edit = mentions[at], found.pieces[at][3], None
        if mention.text not in mention.canonical and _is_told_of(found, at, mention):
            continue
        another = bool(shared) and not shared.isdisjoint((mention.canonical, form) for form in _forms_of(text, mention))
        full = printed.get(mention.canonical) if not zone and not mention.quoted and not another else None
        if full and mention.form == "short" and _is_beside_given(found, at, words):
            full = None
        if full and (mention.form == "given" or _has_surname(full, mention.text) or _is_spelt(mention, spellings)):
            person = mention.canonical in persons
            edit = _completed(found, mention, full, words, person=person, tabled=mention.canonical in tabled)
        if edit is None:
            edit = _respelled(mention, spellings, rules, found.here)
        if edit is not None and edit.new != text[edit.start : edit.end]:
            edits.append(edit)
    return edits


def _is_person(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether all words of a full name of three are the name's, though no list knows the first.

    It follows an honorific; or a noun or an age makes it a person's, and no list knows the second either, nor may the
    first be what that person is or does: "rancher Zorvan Ade Haddad", not "NHLer Jan Kos", "director Urbanism Zorvan
    Haddad", "Harbourmaster Zorvan Haddad, 61,".
    """
    if mention.honorific:
        return True
    if mention.text.count(" ") != _MORE:
        return False
    first, second, _ = mention.text.split(" ")
    bits = words.classes.get
    if bits(first, 0) or bits(second, 0) or first.endswith(words.office_ends):
        return False
    return first.isalpha() and not first.isupper() and is_introduced(text, mention.start, mention.end, words)


_MORE: Final = 2


def _is_spelt(mention: NameMention, spellings: Mapping[str, str]) -> bool:
    """Tell whether the surname is that of another spelling of the full name which the tables have."""
    return any(spelt == mention.canonical and _has_surname(name, mention.text) for name, spelt in spellings.items())


def _is_beside_given(found: FoundNames, at: int, words: Vocabulary) -> bool:
    """Tell whether a surname is joined to a given name that stays alone: "Donna and Haddad" are not both Haddads."""
    if not at:
        return False
    (_, end, before, _), (_, _, form, _, ambiguous) = found.pieces[at - 1], found.told[at - 1]
    start = found.pieces[at][0]
    if start - end > _JOINED or words.phrases.joined.fullmatch(found.text, end, start) is None:
        return False
    if form == "given":
        return True
    return (form == "full" or ambiguous) and bool(words.classes.get(before.text, 0) & v.GIVEN)


def _is_told_of(found: FoundNames, at: int, mention: NameMention) -> bool:
    """Tell whether a sentence has a surname beside its other spelling: "Muammar Gaddafi, also spelled Gadhafi"."""
    if mention.text.rpartition(" ")[2] in mention.canonical:
        return False
    return is_beside(found, at, mention.canonical.rpartition(" ")[2], within=_ENDING)


def _shared(
    text: str, mentions: Iterable[NameMention], printed: Mapping[str, str], words: Vocabulary
) -> set[tuple[str, str]]:
    """Return the names and their forms that are another's, too, as a mention shows.

    A surname is a thing's, too, where the full name stands first in that of the thing.
    """
    shared: set[tuple[str, str]] = set()
    fulls: dict[str, list[NameMention]] = {name: [] for name in printed}
    for mention in mentions:
        if mention.form == "full" and mention.canonical in fulls:
            fulls[mention.canonical].append(mention)
    for name, them in fulls.items():
        if them and is_honoured(text, them[0], words):
            shared.add((name, "short"))
    for mention in mentions:
        name, form = mention.canonical, mention.form
        if name not in printed or form == "full":
            continue
        if is_titled(mention):
            if (
                is_kin(text, mention, words)
                or is_other_officer(text, mention, fulls[name], words)
                or is_of_other_sex(text, mention, fulls[name], words)
                or is_famous(mention, words)
            ):
                shared |= {(name, "titled"), (name, "short")}
        elif form in _BARE:
            if is_another(text, mention, words) or (form == "short" and is_famous(mention, words)):
                shared.add((name, form))
            if is_house(text, mention, words):
                shared.add((name, _OWNING))
    return shared


def _forms_of(text: str, mention: NameMention) -> tuple[str, ...]:
    """Return the forms of a mention: "titled" wherever a title stands before a part, and that of an owner."""
    if mention.form not in _BARE:
        return (mention.form,)
    if is_titled(mention):
        return ("titled",)
    return (mention.form, _OWNING) if text[mention.end : mention.end + 1] in APOSTROPHES else (mention.form,)


_PARTIAL: Final = frozenset(("titled", "short", "given", "initials"))
_JOINED: Final = 12  # characters of what joins two names
_ENDING: Final = ".!?\n"  # signs that end a sentence
_BARE: Final = frozenset(("short", "given"))
_OWNING: Final = "owning"
_AFTER: Final = re.compile(r"[ \u00a0](\w+)")


def _spellings(found: FoundNames, which: Iterable[int], rules: Rules) -> dict[str, str]:
    """Return what the tables print in place of the forms at some places that they know."""
    known: dict[str, NameType | None] = {}
    for at in which:
        type, _, form, rule, _ = found.told[at]
        if rule == "names.alias" and form == "full":
            known[found.pieces[at][2].text] = type
    spellings: dict[str, str] = {}
    for name, type in known.items():
        spelling = spelling_of(name, type, rules, found.here)
        if spelling is not None and spelling != name:
            spellings[name] = spelling
    return spellings


def _respelled(mention: NameMention, spellings: Mapping[str, str], rules: Rules, here: TextWords) -> Edit | None:
    """Return the edit that spells a part of a name as its full form is spelt."""
    if mention.canonical.endswith(mention.text):
        return None
    given, _, surname = mention.canonical.rpartition(" ")
    written = [name.split() for name, spelling in spellings.items() if spelling == mention.canonical]
    alike = any(len(name) == given.count(" ") + 2 and name[-1] == mention.text for name in written)
    if alike or spelling_of(f"{given} {mention.text}", "PER", rules, here) == mention.canonical:
        return edit_of(mention.start, mention.end, surname, "names.alias")
    return None


_CUT_OFF: Final = " O"  # the end of a name of which a broken apostrophe has cut the rest


def _printed(
    names: FoundNames,
    partial: Iterable[str],
    mentions: Sequence[NameMention],
    words: Vocabulary,
    tabled: frozenset[str],
    spellings: Mapping[str, str],
) -> dict[str, str]:
    """Return what to print for each person with a name to complete: the canonical name, with the article's own marks.

    ``partial`` are their canonical names, ``mentions`` all that carry one of them. Where the canonical name has a word
    that no full name of the article has, the article's own is printed: "James Carter" may be a detective. What the
    article calls "the Chameleon" is none, whatever its name looks like, nor is what it knows as common words.
    """
    text, here, article_ends = names.text, names.here, words.phrases.article_ends
    whole = (name for name in partial if not name.endswith(_CUT_OFF))
    found = {name: name for name in whole if name in tabled or not _is_common(name, here, words)}
    for name in [name for name in found if name not in tabled and _is_doubtful(name, here, words)]:
        if not any(m.canonical == name and _is_shown(text, m, words) for m in mentions):
            del found[name]
    own: dict[str, str] = {}
    for mention in mentions:
        name = mention.canonical
        if name not in found:
            continue
        if mention.form == "full" and name in tabled:
            full = spellings.get(mention.text, mention.text)
            if _has_all_words(full, name) or not _is_plain(full):
                own[name] = _in_words_of(full, name)
            else:
                own.setdefault(name, full)
        if text[mention.start - 2 : mention.start - 1] in article_ends and _is_thing(text, mention, words):
            if name not in tabled:
                del found[name]
        elif (written := _own_spelling(mention, name, tabled, spellings)) is not None:
            found[name] = written
    for name, full in own.items():
        if name != full and found[name] == name:
            found[name] = full
    return found


def _own_spelling(mention: NameMention, name: str, tabled: frozenset[str], spellings: Mapping[str, str]) -> str | None:
    """Return a canonical name as a mention writes it, with its marks and without a nickname; None if it does not."""
    if not mention.text.isascii() and plain(written := without_nickname(mention.text)) == plain(name):
        return written
    if mention.text == name or name not in tabled or mention.text in spellings:
        return None
    return mention.text if _is_spelt_alike(mention, name) else None


def _has_all_words(full: str, name: str) -> bool:
    """Tell whether a full name has all words of another, in some spelling: "Donald J. Trump" has "Donald Trump"."""
    if full == name:  # nearly all
        return True
    words = plain(full).split()
    return all(_is_among(word, words) for word in plain(name).split())


def _in_words_of(full: str, name: str) -> str:
    """Return a name in the words of a full name that has them with marks: "Álvaro Kos" of "Álvaro Kos Vélez"."""
    if full.isascii():
        return name
    words = {plain(word): word for word in full.split()}
    return " ".join(words.get(plain(word), word) for word in name.split())


def _is_among(word: str, words: Iterable[str]) -> bool:
    """Tell whether a word is among others in some spelling."""
    return any(alike(word, other) for other in words)


def _is_plain(full: str) -> bool:
    """Tell whether a full name may stand anywhere: words with no nickname between, no capitals, no bare initials."""
    return " " in full[2:] and full[1] != " " and not full.isupper() and _ASIDE.isdisjoint(full) and " '" not in full


def _is_spelt_alike(mention: NameMention, name: str) -> bool:
    """Tell whether a full name differs from the tables' in the spelling of its last word alone: "Jonas Gahr Stoere"."""
    start = mention.text.rpartition(" ")[0]
    return mention.form == "full" and start != "" and start == name.rpartition(" ")[0]


def _is_common(full: str, here: TextWords, words: Vocabulary) -> bool:
    """Tell whether a full name that no given name of the lists opens has words that are common here: "Use Acme"."""
    first, _, last = full.partition(" ")
    return not words.classes.get(first, 0) & v.GIVEN and (last.lower() in here or first.lower() in here)


def _is_doubtful(full: str, here: TextWords, words: Vocabulary) -> bool:
    """Tell whether a full name may be no person's: "Claude Skills", "Virginia Rangers", "A.L. Brandt" (Corp.)."""
    first, *others = full.split(" ")
    if full[1:2] == "." or (others[-1][-1] == "s" and len(others) == 1 and first in words.places):
        return True
    if len(others) > 2 and not words.classes.get(others[0], 0) & v.GIVEN and "." not in full and full.istitle():
        return True  # as headlines run together: "Leila Shares Passionate Cover"
    return any(part.lower() in here for part in others if part[0].isupper())


def _is_shown(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a mention is a person's by what stands beside it: an honorific, a role, a verb of speech, an age.

    Of a full name a noun before it tells, too: "judge A.S. Haddad".
    """
    if is_titled(mention) or acts(text, mention.end, words):
        return True
    return mention.form == "full" and is_introduced(text, mention.start, mention.end, words)


def _is_thing(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether an article stands before a name that ends its phrase: "the Chameleon is", not "the Haddad plan"."""
    start, end = mention.start, mention.end
    phrases = words.phrases
    if is_titled(mention) or not phrases.article.search(text, max(0, start - 5), start):
        return False
    following = _AFTER.match(text, end, end + 12)
    if following is None:
        return text[end : end + 1] in _ENDS
    word = following[1]
    if word in phrases.joining:
        return False
    acting = mention.form == "full" and (word.endswith(phrases.past_ends) or word in words.followers)
    return acting or words.is_function(word)


_ENDS: Final = frozenset(",.;:)")
_ASIDE: Final = frozenset('"()‘“”')


def _completed(
    found: FoundNames, mention: NameMention, full: str, words: Vocabulary, *, person: bool, tabled: bool
) -> Edit | None:
    """Return the edit that makes a mention the full name, unless grammar or place forbid it."""
    text = found.text
    start = mention.start
    if (
        mention.text.isupper()
        or not _is_printable(full, words, person=person, tabled=tabled)
        or is_headline(text, start)
    ):
        return None
    if mention.honorific:
        start -= len(mention.honorific) + 1
        if text[start : mention.start - 1] != mention.honorific or mention.honorific in words.phrases.several:
            return None
    if mention.role and mention.role.split()[-1] in words.styles:
        return None
    if mention.form == "given" and not tabled and _are_words(full, mention, found.here):
        return None
    if is_bound(found, start, mention, full, words):
        return None
    # "They asked Haddad." of Omar Haddad Jr.; an ellipsis stays.
    doubled = full[-1] == "." == text[mention.end : mention.end + 1] != text[mention.end + 1 : mention.end + 2]
    return edit_of(start, mention.end, full[:-1] if doubled else full, mention.rule)


def _are_words(full: str, mention: NameMention, here: TextWords) -> bool:
    """Tell whether a given name or its surname is a word of the text's: "Rosé" where it knows wine, "Glen" a glen."""
    return full.rpartition(" ")[2].lower() in here or mention.text.lower() in here


def _has_surname(full: str, part: str) -> bool:
    """Tell whether a full name has the surname of a part, in some spelling: "Bobi Wine" has not "Kyagulanyi"."""
    if full.endswith(f" {part}"):  # nearly all
        return True
    surname, words = normal_form(part).split()[-1:], normal_form(full).split()
    return all(_is_among(last, words) for last in surname)


@lru_cache(maxsize=1 << 11)
def _is_printable(full: str, words: Vocabulary, *, person: bool, tabled: bool) -> bool:
    """Tell whether a full name may stand in the text: one of more than two words must start like a person's name.

    What opens a longer one may be a role that no list knows ("Harbourmaster Jan Kos"), but not where an honorific makes
    or a noun makes it a ``person``'s.
    """
    parts = full.split(" ")
    if _NO_GIVEN.fullmatch(parts[0]) or parts[-1][1:] == ".":
        return False
    initials = sum(part[1:2] == "." for part in parts[:2]) + (parts[0][1:2] == "." and len(parts[0]) > 3)
    if len(parts) < 2 or "(" in full or len(parts[0]) == 1 or (parts[0][1] == "." and initials < 2):
        return False
    if any(_is_code(part) or _is_never_inside(part, words) for part in parts[1:-1]) or _is_code(parts[-1]):
        return False  # "Mario Bros. World", "Robert Ostrow Jr. Brandt", "Atlas VPN"
    if len(parts) > 2 and words.classes.get(parts[-1], 0) & v.DEMONYM and not tabled:
        return False  # what is left of the next line: "Leila Haddad Dutch"
    if len(parts) == 4 and words.classes.get(parts[2], 0) & v.GIVEN and not tabled:
        return False  # two names side by side: "aboard the Steve Orlen Paul Kos said"
    if (
        len(parts) == 2
        or words.classes.get(parts[0], 0) & v.GIVEN
        or initials
        or tabled
        or (person and len(parts) == 3)
    ):
        return True
    return (
        bool(words.classes.get(parts[1].lower(), 0) & v.PARTICLE)
        or parts[0] in words.eastern
        or parts[-1].rstrip(".") in ("Jr", "Sr")
    )


def _is_never_inside(part: str, words: Vocabulary) -> bool:
    flags = words.classes.get(part, 0)
    return bool(flags & _NEVER_INSIDE or (flags & v.STYLE and not flags & v.ALSO))  # "Charles I. Emperor Charles"


_NEVER_INSIDE: Final = v.LEGAL | v.HEAD | v.TOPIC | v.SUFFIX
# No given name has a digit, three capitals side by side, or ends like an address or in two capitals: "VoIP".
_NO_GIVEN: Final = re.compile(r".{0,30}(?:\d.{0,30}|[A-Z]{3}.{0,30}|[a-z][A-Z]{2}|[a-z]\.[a-z]{2,4})")
_CODE: Final = re.compile(r"[A-Z]{3,}[a-z]?.{0,20}|[A-Z]{2}|.{0,20}\d.{0,20}")


def _is_code(word: str) -> bool:
    """Tell whether a word is in capitals or has a digit, and tells no generation: "VPN", not "III"."""
    return _CODE.fullmatch(word) is not None and word.strip("IVX") != ""
