"""Tell whether the words around a short name let the full one stand in its place.

"Haddad supporters", "a Haddad victory", "Ms. and Mr. Haddad" need the name as it is; so do an answer in an interview,
a line of a list, a headline, and a surname that stands for a company ("the founder of Haddad").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.asides import BEFORE_NICKNAME, follows_nickname
from newsnorm.names.beside import APOSTROPHES, text_before, word_after, word_before
from newsnorm.names.found import FoundNames
from newsnorm.names.mention import NameMention
from newsnorm.names.phrases import CAPITAL
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.signs import has_any

__all__ = [
    "is_another",
    "is_before_its_region",
    "is_body",
    "is_bound",
    "is_honoured",
    "is_house",
    "is_kin",
    "is_named_relative",
    "is_relative",
    "is_titled",
]


def is_bound(found: FoundNames, start: int, mention: NameMention, full: str, words: Vocabulary) -> bool:
    """Tell whether a mention, which starts at ``start`` with its honorific, must stay as it is where it stands.

    A line may open with one of the names ``found``, which tells who speaks.
    """
    text = found.text
    before, after = text_before(text, start, 64), text[mention.end : mention.end + 90]
    if before[-1:] == "(":
        if not _opens_clause(after, words):
            return True
        before = ""  # as if the sentence in brackets opened the text
    titled = is_titled(mention)
    return (
        _is_bound_before(before, mention.form == "given", titled, words)
        or (not titled and _is_bound_bare(before, after, mention, full, words))
        or _is_bound_after(before, after, mention, titled, full, words)
        or _is_credited(before, after)
        or is_relative(before, words)
        or (mention.form == "given" and _may_be_word(found, before, after, mention.text, words))
        or (found.has_labels and _is_spoken(found, start))
    )


def is_titled(mention: NameMention) -> bool:
    """Tell whether an honorific or a role stands before a mention."""
    return mention.honorific is not None or mention.role is not None


def _is_credited(before: str, after: str) -> bool:
    """Tell whether a headline tells who says it: "No cash - Haddad"."""
    return before.endswith(_DASHES) and (after[:1] in _LINE_ENDS or after[:2] == " (")


_LAST_WORD: Final = re.compile(r"\w+\.?\Z")
_SPLIT: Final = re.compile(r"(\w+)['’]?[ \u00a0]{0,3}\r?\n?[ \u00a0]{0,3}\Z")
"""What a name over two lines has on the first, and "Vasyl’" before "Stus"."""
_WORD_ACROSS: Final = re.compile(rf"[ \u00a0]{{0,3}}\r?\n?[ \u00a0]{{0,3}}({CAPITAL}\w*)")


def _opens_clause(after: str, words: Vocabulary) -> bool:
    """Tell whether a verb follows a name in brackets: "(Haddad did not answer)", not "the minister (Haddad)"."""
    following = after[1:].partition(" ")[0]
    return after[:1] == " " and (following in words.verbs or following in words.phrases.auxiliaries)


def _is_bound_before(before: str, given: bool, titled: bool, words: Vocabulary) -> bool:
    """Tell whether what stands before a mention with its title needs it as it is: "Mr. and Mrs. Haddad"."""
    phrases = words.phrases
    if before[-1:] in _GLUED_BEFORE:
        return True
    closing = before[-2:-1]
    if closing in _QUOTES and follows_nickname(before):
        return True
    if closing in phrases.couple_signs and _is_of_couple(before, words):
        return True
    if given and (titled or phrases.joined.search(before)):
        return True
    return _is_called(before, words)


def _is_bound_bare(before: str, after: str, mention: NameMention, full: str, words: Vocabulary) -> bool:
    """Tell whether what stands beside a mention without a title needs it as it is: "a Haddad", "near Haddad"."""
    last = _last_word(before)
    return (
        _is_bound_by_last(before, last, after, mention, full, words)
        or (after[:1] not in APOSTROPHES and _is_at(before, last, mention, words))
        or (mention.text in words.places and _is_beside_place(before, after, words))
        or _is_listed(before, after, words)
    )


def _is_bound_by_last(before: str, last: str, after: str, mention: NameMention, full: str, words: Vocabulary) -> bool:
    """Tell whether the last word before a mention needs it as it is: "a Haddad", "the late Haddad", "April Haddad"."""
    phrases = words.phrases
    if last in phrases.goals and before.endswith(phrases.going) and after[:1] not in APOSTROPHES:
        return not after.startswith(phrases.bringing)  # "moved to Haddad"
    if last == "s" and words.classes.get(mention.text, 0) & v.COMMON:
        return True  # "New Year's Day"
    if (mention.form == "given" and last in words.naming) or before.endswith(phrases.introducing):
        return True
    if last == "":
        closing = before[-2:-1]
        broken = before[-1:] == "\n" and closing != "\n"
        owned = closing in APOSTROPHES and (before[-3:-2].isalnum() or before[-3:-2] == "_")
        found = _SPLIT.search(before[-24:]) if broken or owned else None
        return found is not None and found[1] in full.split(" ")
    lower = last.lower()
    if words.classes.get(last, 0) & v.CALENDAR and _is_given(before, last, words):
        return True
    if last in phrases.backing:
        backers = _word_before(before, last)
        return backers[:1].isupper() and backers[-1] == "s"  # "Bikers for Haddad"
    if lower in words.counting and words.phrases.article.search(before[: before.rindex(last)]) is not None:
        return True  # "the first Haddad"
    paired = lower in phrases.pairing and phrases.another.match(after)  # "both Haddad and Kos"
    return (lower in words.determiners and not paired) or lower in words.introducers or _may_belong(last, words)


_GLUED_BEFORE: Final = frozenset("-‑‐/&‘'[")
_GLUED_AFTER: Final = frozenset("-‑‐/&–")


def _is_of_couple(before: str, words: Vocabulary) -> bool:
    """Tell whether a mention is the last of several with an honorific each, or one for all: "Mr. and Mrs. Haddad"."""
    phrases = words.phrases
    if not before[:-1].endswith(phrases.couple_ends):
        return False
    return has_any(before, phrases.couples) and phrases.couple.search(before) is not None


def _is_given(before: str, last: str, words: Vocabulary) -> bool:
    """Tell whether the name of a day or month is a given name: "His wife, April Okafor", not "On Sunday Okafor"."""
    ahead = before[: before.rindex(last)]
    return ahead.rstrip(" \u00a0")[-1:] in _BREAKS or is_relative(ahead, words)


_BREAKS: Final = ("", ".", "!", "?", "\n", ",", "“", '"')


def _is_called(before: str, words: Vocabulary) -> bool:
    """Tell whether a mention is what somebody is called: "They call her Ms. Haddad", "Fans dubbed her lucky Leila"."""
    if words.phrases.calling.isdisjoint(before.rsplit(" ", _MOST_CALLING)):  # nearly all
        return False
    called = words.phrases.called.search(before)
    return called is not None and not any(map(words.is_function, called["epithets"].split()))


_MOST_CALLING: Final = 6  # "her", and what may follow it: "as the brave young Leila"
_QUOTES: Final = frozenset("\"”'’")
_OPENING: Final = ("", ".", "!", "?", "\n")  # what a sentence opens after


def _last_word(before: str) -> str:
    """Return the last word of what one space to three part from what follows, with its full stop, or nothing."""
    bare = before.rstrip(" \u00a0")
    if not 0 < len(before) - len(bare) <= 3:
        return ""
    word = bare.rpartition(" ")[2]
    if word.isalnum():
        return word
    found = _LAST_WORD.search(word) if word[-1:] in "._" or word[-1:].isalnum() else None
    return found[0] if found else ""


def _may_belong(word: str, words: Vocabulary) -> bool:
    """Tell whether a capitalized word before a mention may be part of the name, as far as the lists know."""
    flag = words.classes.get(word, 0)
    if word[-1] == ".":  # the last sentence's, but for an honorific's
        return bool(flag & (v.HONORIFIC | v.RANK))
    lower = word.lower()
    says = lower in words.verbs or lower in words.saying
    return word[0].isupper() and not flag & (v.FUNCTION | v.CALENDAR) and not says


def _may_be_word(found: FoundNames, before: str, after: str, name: str, words: Vocabulary) -> bool:
    """Tell whether a given name may be no person's of the text: one of Scripture, a plant, a word or a place.

    The last three only where a sentence opens with it and nothing is told to be its own; who says something is a
    person, but for a place or a club, which stands behind what teams do, too: "played for Chelsea".
    """
    if name in words.scriptural or (name in words.biblical and not found.here.isdisjoint(words.bible)):
        return True
    if name in words.given_places and _last_word(before) in words.sided:
        return True
    if after[:1] in APOSTROPHES or before.rstrip(" ")[-1:] not in _OPENING:
        return False
    if name in words.given_words:
        return after[1:].partition(" ")[0].rstrip(",.:") not in words.saying
    return name in words.plants or name in words.given_places


def _is_bound_after(before: str, after: str, mention: NameMention, titled: bool, full: str, words: Vocabulary) -> bool:
    """Tell whether what follows needs a mention as it is: "Haddad supporters", "Haddad 3", "Haddad: I know"."""
    sign = after[:1]
    if sign in _GLUED_AFTER:
        return True
    if sign == ":":
        return before[-1:] in ("", "\n")  # who speaks, in an interview
    if mention.form == "given" and _is_called_to(before, after, words):
        return True
    if sign == ",":
        return _INITIALS.match(after) is not None or is_before_its_region(before, after, words)
    if sign in APOSTROPHES:
        return _is_owned_place(mention, after, words) or (not titled and _is_shop(before, after, words))
    if sign not in (" ", "\u00a0", "\n"):
        return False
    second = after[1:2]
    if second == "+" and after[2:3] == " ":
        return True
    across = _WORD_ACROSS.match(after) if not "a" <= second <= "z" else None
    if across is not None:
        if across[1] in full.split(" ") or (sign == " " and _goes_on(across[1], mention.text, full, words)):
            return True
        if sign == "\n":
            return False
    return _is_bound_by_word(before, after, mention, titled, words)


def _is_called_to(before: str, after: str, words: Vocabulary) -> bool:
    """Tell whether a given name is joined to another, or calls somebody: "Leila, Omar and", "Thank you, Leila!"."""
    sign = after[:1]
    if sign == ",":
        return (
            words.phrases.another.match(after) is not None
            or words.phrases.addressing.match(after) is not None
            or _is_salutation(before, after)
        )
    if sign == ".":
        return before[-2:] == ", "  # "Thanks a lot, Leila."
    return sign in ("!", "?") and not after[1:2].isalpha()


def _goes_on(word: str, surname: str, full: str, words: Vocabulary) -> bool:
    """Tell whether a surname that stands first goes on with a capitalized word, but for a day: "Pham An Kos"."""
    if surname not in words.eastern or not full.startswith(f"{surname} "):
        return False
    return not words.classes.get(word, 0) & v.CALENDAR


def _is_at(before: str, last: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a bare name stands where a place does: "near Haddad", "died at Haddad", "flights from Haddad".

    Not in "looked at Haddad".
    """
    if last in words.locative:
        return mention.form == "given" or last not in words.before_persons
    if last in words.at:
        return _word_before(before, last) not in words.aimed
    return last in words.sources and _word_before(before, last) in words.journeys


def _word_before(before: str, last: str) -> str:
    """Return the word before the last one."""
    return before[: before.rindex(last)].rstrip().rpartition(" ")[2]


def _is_bound_by_word(before: str, after: str, mention: NameMention, titled: bool, words: Vocabulary) -> bool:
    """Tell whether the word that follows needs a mention as it is: "Haddad supporters", "Leila and Omar"."""
    if mention.form == "given" and (words.phrases.another.match(after) or BEFORE_NICKNAME.match(after)):
        return True
    following = after[1:].partition(" ")[0]
    if following in words.phrases.joining and words.phrases.house.match(after):
        return True
    headed = following in words.phrases.belonging and words.classes.get(mention.text, 0) & _HEADING
    if headed and words.phrases.of_name.match(after):
        return True  # "the Hall of Fame"
    if not following.isalnum():
        found = _FOLLOWING.match(after)
        following = found[1] if found else ""
    if following[:1].isdigit():
        return True
    if not titled and _is_word(before, after, following, mention, words):
        return True
    rest = after[len(following) + 1 :]
    if following in words.modified:
        return following[-1] != "s" or not _is_done_to(before, rest, words)
    if mention.honorific or ("-" in following and rest[1:].partition(" ")[0] in words.determiners):
        return False  # "Haddad mass-produced the lamp"
    return _is_modified(following, words) or _is_subject(following, rest, words)


_HEADING: Final = v.ORG | v.PLACE | v.HEAD


def _is_done_to(before: str, rest: str, words: Vocabulary) -> bool:
    """Tell whether what follows a word in -s makes a verb of it: "Haddad plans to leave", "Haddad plays a nurse".

    An article does where a sentence opens with the name, not in "In Haddad films the hero dies".
    """
    if rest.startswith(words.phrases.infinitive):
        return True
    opens = before.rstrip(_BEFORE_OPENING)[-1:] in _OPENERS
    return opens and words.phrases.article_after.match(rest) is not None


def _is_subject(following: str, rest: str, words: Vocabulary) -> bool:
    """Tell whether a word in -s after a name is a noun, for a verb of it follows: "Haddad tariffs were".

    One in -s itself may go with what somebody does: "All Haddad needs is a win".
    """
    if following[-1:] != "s" or following[-2:] == "ss" or following in words.followers or following in words.verbs:
        return False
    if words.is_function(following):
        return False  # "Haddad afterwards would"
    verb = rest[1:12].partition(" ")[0]
    return verb in words.plural or (verb in words.phrases.auxiliaries and verb[-1] != "s")


def _is_word(before: str, after: str, following: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a surname is a common word here: "Parks were", "Young and old".

    Where a sentence opens, it may be one before more: "Cook the", "Rice exports", "Rivers of rain", "Snow fell", "Young
    stars rose".
    """
    if following in words.plural:
        return _last_word(before).rstrip(".").lower() not in words.before_plural
    if following in words.phrases.joining and mention.text.lower() in words.paired:
        pair = _PAIR.match(after)
        if pair is not None and pair[1] in words.paired:
            return True
    if before.rstrip(_BEFORE_OPENING)[-1:] not in _OPENERS:
        return False
    if following in words.determiners:
        return True
    if mention.text[-1] == "s" and (content := words.phrases.contents.match(after)):
        return not words.is_function(content["word"])
    if following in words.natural.get(mention.text, ()):
        return True  # "Snow fell"
    common = words.classes.get(mention.text, 0) & (v.ALSO | v.COMMON | v.TOPIC)
    if common and words.phrases.concern.match(after):
        return True
    if following[-1:] != "s" or following in words.verbs or following in words.followers:
        return False
    return bool(common) or (mention.text in words.worded and _is_past(after[len(following) + 1 :], words))


def _is_past(rest: str, words: Vocabulary) -> bool:
    """Tell whether a verb follows that tells what several did: "Young stars | rose", not "Young wins | again"."""
    verb = rest[1:14].partition(" ")[0].rstrip(",.")
    if verb in words.plural or verb.endswith(words.phrases.past_ends):
        return True
    if verb not in words.followers or verb[-1] == "s":
        return False
    return verb in words.verbs or not words.classes.get(verb.capitalize(), 0) & (v.FUNCTION | v.COMMON)


_PAIR: Final = re.compile(r"[ \u00a0][a-z]+ ([a-z]+)\b")
_OPENERS: Final = frozenset(("", ".", "!", "?", "\n", "•"))
_BEFORE_OPENING: Final = " \u00a0\"“‘'"
_DASHES: Final = (" - ", " – ")
_LINE_ENDS: Final = ("", "\n")
_INITIALS: Final = re.compile(r", [A-Z]\.(?:[ -]?[A-Z]\.)*(?:,? [(&]|, [A-Z]|,? and |$)")
"""The names of an author in a list of sources: "Haddad, L. (2020)"."""
_FOLLOWING: Final = re.compile(r"[ \u00a0\n](\w+(?:-\w+)?)")
_REGION: Final = re.compile(r", ([A-Z][\w.]+(?: [A-Z]\w+){0,2})")


def is_before_its_region(before: str, after: str, words: Vocabulary) -> bool:
    """Tell whether a name is a town's, by its country or state: "in Clyde, Ohio", "Clyde, Ohio, is" (not ", and")."""
    region = _REGION.match(after)
    if region is None:
        return False
    last, first, end = _last_word(before), region[1].partition(" ")[0], region.end()
    sign = "." if first[-1] == "." else after[end : end + 1]
    closed = sign in _ENDING or (sign == "," and not after.startswith(words.phrases.listing, end + 1))
    if last in words.sources:
        if _last_word(before[: before.rfind(last)]).lower() in words.crediting:
            return False  # "According to Haddad, Ohio is late"
    elif not closed and last not in words.locative:
        return False
    return region[1].rstrip(".") in words.places or first.rstrip(".") in words.places or first in words.regions


_ENDING: Final = frozenset(".;)")


def _is_salutation(before: str, after: str) -> bool:
    """Tell whether a name and a comma are all of a line: "Leila,", "Hi Leila,"."""
    return after[1:2] == "\n" and before.rpartition("\n")[2].count(" ") < 2


def _is_owned_place(mention: NameMention, after: str, words: Vocabulary) -> bool:
    """Tell whether a name goes on after an apostrophe: "Haddad's Bakery Street", "Haddad's law", "Vasyl’ Stus".

    A given name may with any word that has a capital: "Jamie's Italian".
    """
    name = mention.text
    if after[1:2] == " ":
        if name[-1] not in "sxz":
            return after[2:3].isupper()
        owned = after[2:24]
    elif after[1:3] == "s ":
        owned = after[3:24]
    else:
        return False
    word = _CAPITALIZED.match(owned)
    if word is None:
        return owned.partition(" ")[0].rstrip(".,;:") in words.eponyms
    title = words.classes.get(name, 0) & v.ALSO  # "the King's Speech"
    return mention.form == "given" or bool(title or words.classes.get(word[0], 0) & v.PLACE) or word[0] in words.venues


_CAPITALIZED: Final = re.compile(rf"{CAPITAL}\w+")


def _is_shop(before: str, after: str, words: Vocabulary) -> bool:
    """Tell whether a possessive has nothing to own: "at Haddad's", "at Haddad's is", not "than Haddad's"."""
    if after[1:2] != "s" or _last_word(before).lower() in words.phrases.owning:
        return False
    if after[2:3] in _ENDS:
        return True
    following = after[3:15].partition(" ")[0].rstrip(",.;:")
    if after[2:3] != " ":
        return False
    if following in words.phrases.auxiliaries:
        return _last_word(before) in words.sources  # "the bread at Haddad's is good"
    if following in words.phrases.owned_never:
        return True  # "Haddad's must pay"
    if following[-2:] == "ed":
        return _is_done(following, after[4 + len(following) :], words)
    if following in words.verbs:
        return True  # "Haddad's said it would open"
    return following in words.small and following in words.dated


_ENDS: Final = frozenset(",.;:)")


def _is_done(verb: str, rest: str, words: Vocabulary) -> bool:
    """Tell whether a word in -ed is what a shop did: "Haddad's declined to pay", not "announced plan"."""
    if len(verb) < _SHORTEST_PAST or verb[-3:] == "eed":
        return False
    next_word = rest.partition(" ")[0].rstrip(",.")
    return next_word in words.determiners or next_word in words.phrases.after_past


_SHORTEST_PAST: Final = 6


@lru_cache(maxsize=1 << 11)
def _is_modified(following: str, words: Vocabulary) -> bool:
    """Tell whether a word after a name may be a noun that the name modifies, as far as its form tells.

    Verbs end in -s, -ed or -ing, or are in the list; what is neither is a noun ("a frequent Haddad collaborator").
    """
    if not following.islower():
        return False
    phrases = words.phrases
    first, hyphen, last = following.partition("-")
    if hyphen:
        if last in words.suffix_words and first not in phrases.verb_starts:
            return True  # "the first Haddad tariff-related case"
        acts = first in phrases.fellows and (last[-1:] == "s" or last in words.followers)
        return not (acts or last.endswith(phrases.verb_ends))
    if following.endswith(phrases.verb_ends) or following in words.followers:
        return False
    if following[-1] == "s" and following[-2:] != "ss":
        return following.endswith(phrases.noun_ends)
    return not words.is_function(following)


def _is_listed(before: str, after: str, words: Vocabulary) -> bool:
    """Tell whether a surname stands among two others that stand alone, too: "Kos, Haddad, Brandt and"."""
    follows, leads = before[-2:-1] in _COMMAS, after[:1] in _COMMAS
    phrases = words.phrases
    last = before.endswith(phrases.listing)
    if not follows and not leads and not last:
        return False
    ahead = phrases.listed_before.search(before) if (follows or last) and _may_follow_name(before) else None
    # What a comma parts from the last of a list is none of it: "met Kos and Haddad, Brandt said".
    goes_on = after.startswith(phrases.listing) or (leads and not (last and ahead))
    behind = phrases.listed_after.match(after) if goes_on else None
    count = 1 + (behind["two"] is not None) if behind else 0
    for name in (ahead["one"], ahead["two"]) if ahead else ():
        if name is None or words.classes.get(name.rstrip(",; "), 0) & v.CALENDAR:
            break  # "on Tuesday, Haddad and Kos left"
        count += 1
    return count > 1


def _is_beside_place(before: str, after: str, words: Vocabulary) -> bool:
    """Tell whether a name of a place is joined to another: "urged Jordan and Egypt", "Egypt, Jordan"."""
    behind = words.phrases.place_after.match(after)
    ahead = words.phrases.place_before.search(before)
    return any(found is not None and found[1] in words.places for found in (behind, ahead))


def _may_follow_name(before: str) -> bool:
    """Tell whether any of the last words, "and" and a comma among them, has a capital."""
    return not "".join(before.rsplit(None, 3)[-3:]).islower()


_COMMAS: Final = frozenset((",", ";"))


def is_relative(before: str, words: Vocabulary) -> bool:
    """Tell whether a mention is named as somebody's relative: "Haddad's brother, Haddad", "his son Haddad".

    One may be more than that: "her father and coach, Haddad".
    """
    if before[-1:] != " ":
        return False
    ahead, _, last = before[:-1].rstrip(",").rpartition(" ")
    if last not in words.relations:
        ahead, _, joint = ahead.rpartition(" ")
        if joint not in words.phrases.joining or ahead.rpartition(" ")[2] not in words.relations:
            return False
    return words.phrases.relation.search(before) is not None


def is_named_relative(text: str, end: int, pattern: re.Pattern[str], words: Vocabulary) -> bool:
    """Tell whether a name that ends here is said to be a relative's: "Omar Haddad, her father,".

    The pattern is that of any relative, or of one of somebody who is told of.
    """
    if text[end : end + 2] != ", ":
        return False
    relative = pattern.match(text, end, end + _REACH)
    return relative is not None and relative[1] in words.relations


def is_honoured(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a full name is a thing's: "named after Jan Kos", "the Jan Kos bridge"."""
    start = _titled_start(text, mention)
    before = text_before(text, start, _REACH)
    if _is_honoured(before, words):
        return True
    following = _FOLLOWING.match(text, mention.end, mention.end + 16)
    return (
        following is not None and following[1] in words.monuments and words.phrases.article.search(before) is not None
    )


def _is_honoured(before: str, words: Vocabulary) -> bool:
    """Tell whether a name stands after "named after": "named after the late poet Jan Kos", not "named for it by"."""
    if not has_any(before, words.phrases.honours):  # nearly all
        return False
    honoured = words.phrases.honouring.search(before)
    return honoured is not None and words.determiners.issuperset(words.small.intersection(honoured["epithets"].split()))


def _titled_start(text: str, mention: NameMention) -> int:
    """Return where a mention starts with its titles."""
    start = mention.start
    for title in (mention.honorific, mention.role):
        if title is not None and text.startswith(title, start - len(title) - 1):
            start -= len(title) + 1
    return start


def is_kin(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a title and a name are a relative's: "her son, Dr. Haddad", "Leila Haddad, wife of Mr. Haddad"."""
    end = _titled_start(text, mention)
    if is_named_relative(text, mention.end, words.phrases.kin, words):
        return True
    last = word_before(text, end).rstrip(",")
    if last not in words.relations and last not in words.phrases.belonging:
        return False
    before = text_before(text, end, _REACH)
    if is_relative(before, words):
        return True
    kin = _KIN_OF.search(before)
    return kin is not None and kin[1] in words.relations and before.endswith(mention.canonical, 0, kin.start())


_REACH: Final = 96
_KIN_OF: Final = re.compile(r", (?:[a-z-]+ ){0,3}?([a-z-]+) [a-z]+ \Z")


def is_house(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a bare possessive is what a shop is called: "Haddad's Bar", "at Haddad's"."""
    start, end = mention.start, mention.end
    if text[end : end + 1] not in APOSTROPHES:
        return False
    owned = _OWNED.match(text, end)
    if owned is not None:
        return owned[1] in words.venues and owned[1].lower() not in words.eponyms
    before, after = text_before(text, start, 64), text[end : end + 90]
    return before[-1:] != "(" and _is_shop(before, after, words)


_OWNED: Final = re.compile(rf"['’]s ({CAPITAL}\w+)")


def is_another(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a bare surname or given name stands for another than who bears the full name.

    That may be a company or a relative: "The chairman of Haddad", "Haddad cut its prices"; "Haddad's mother, Leila
    Haddad"; "Kos's sister, Leila"; "a girl named Leila"; "Leila the sheep".
    """
    start, end = mention.start, mention.end
    before = text_before(text, start, 64)
    phrases = words.phrases
    if mention.form == "given":
        return _is_thing_named(text, end, words) or _is_namesake(before, mention.canonical, words)
    sign = text[end : end + 1]
    if _is_company(before, text, end, words) or is_named_relative(text, end, phrases.kin, words):
        return True
    if sign in APOSTROPHES:
        kin = _KIN.match(text, end, end + 60)
        return kin is not None and kin[1] in words.relations and text.startswith(mention.canonical, kin.end())
    if sign == " " and before.endswith(phrases.telling) and _is_told_of(text, mention, words):
        return True
    if sign == "," and before.endswith(_COMMA) and _is_named_thing(before, words):
        return True
    if before.endswith(phrases.posted):
        return not words.posts.isdisjoint(before[-24:].split()[-2:-1])
    owns: re.Match[str] | None = None
    if sign == "," and text[end + 1 : end + 2] == " ":
        if phrases.playing.match(text, end, end + 24):
            return True
        found = phrases.firm.match(text, end, end + 90)
        return found is not None and found[1] in words.firms
    if mention.text in before[-32:]:
        full = text.rfind(mention.canonical, max(0, start - len(mention.canonical) - 32), start)
        owns = _FOUNDED.fullmatch(text, full + len(mention.canonical), start) if full >= 0 else None
    if owns is None and has_any(text[end : end + 32], phrases.own):
        owns = phrases.owns.match(text, end, end + 32)
    return owns is not None and owns[1] not in words.verbs and not words.is_function(owns[1])


def _is_named_thing(before: str, words: Vocabulary) -> bool:
    """Tell whether a name after a comma is a firm's or a work's: "Haddad's company, | Haddad, makes", "The film, "."""
    ahead, _, last = before[:-2].rpartition(" ")
    if last not in words.firms and last not in words.works:
        return False
    first = ahead.rpartition(" ")[2]
    if first[:1].isupper() and first.lower() in words.determiners:
        return True
    return words.phrases.relation.search(before) is not None


_COMMA: Final = ", "


def _is_thing_named(text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether a given name that ends here is an animal's, a product's or a firm's.

    "Leila the sheep", "Leila, made by Apex", "Leila founder Omar Kos".
    """
    animal = words.phrases.article_after.match(text, end, end + 24)
    if animal is not None:
        return animal[1] in words.animals
    if text[end : end + 1] == ",":
        return words.phrases.making.match(text, end, end + 24) is not None
    post = _OFFICER.match(text, end, end + 40)
    return post is not None and post[1] in words.posts


_OFFICER: Final = re.compile(r" ([A-Za-z-]+) [A-Z]")


def is_body(text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether the text says that a name that ends here is a place, a team or a work.

    "Jackson, the state capital,", "Jackson is a city in", "Jackson was a film".
    """
    told = words.phrases.told.match(text, end, end + 60)
    if told is None or (told["noun"] not in words.bodies and told["noun"] not in words.works):
        return False  # nor "Haddad, a lawmaker of the town"
    return not any(map(words.is_function, told["epithets"].split()))


def _is_told_of(text: str, mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether the bearer tells of another of the name: "Leila Haddad, a broker, said Haddad was sound"."""
    start, full = mention.start, mention.canonical
    at = text.rfind(full, max(0, start - _LONGEST_APPOSITION - len(full)), start)
    if at < 0 or not _OPENS.search(text[max(0, at - 3) : at]):
        return False
    told = _TOLD.fullmatch(text, at + len(full), start)
    return told is not None and word_after(text, mention.end) in words.phrases.auxiliaries


_LONGEST_APPOSITION: Final = 120
_OPENS: Final = re.compile(r"(?:\A|[.!?][\"”’)]? |\n)\Z")
_TOLD: Final = re.compile(r"(?:, [^.!?;\n\"“”]+,)? [a-z]+ (?:that )?")


def _is_namesake(before: str, full: str, words: Vocabulary) -> bool:
    """Tell whether a given name is told of somebody else: "a girl named Leila", "Kos's sister, Leila".

    Not in "Omar Haddad's sister, Leila", where Leila Haddad is known.
    """
    if before.endswith(words.phrases.naming):
        return True
    if not is_relative(before, words):
        return False
    family = _FAMILY.search(before)
    parts = full.split(" ")
    return family is None or family["surname"] not in parts or family["given"] in parts


_FAMILY: Final = re.compile(rf"(?P<given>{CAPITAL}[\w-]+) (?P<surname>[\w-]+)['’]s? (?:[a-z-]+ ){{0,2}}[a-z-]+,? \Z")


def _is_company(before: str, text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether a name does or has what only a company does: "Ferrari shares rose", "Elkann chairs Ferrari"."""
    if word_before(before, len(before)) in words.running:
        return True
    sign = text[end : end + 1]
    if sign == " ":
        if word_after(text, end) not in words.trading:
            return False
    elif sign not in APOSTROPHES and (sign != "," or not text.startswith(words.phrases.thing, end)):
        return False
    return words.phrases.company.match(text, end, end + 60) is not None


_KIN: Final = re.compile(r"['’]s? (?:[a-z-]+ ){0,2}?([a-z-]+),? ")
_FOUNDED: Final = re.compile(r" ([a-z]+)(?: [a-z]+)? ")


def _is_spoken(found: FoundNames, position: int) -> bool:
    """Tell whether the line at a position opens with who speaks: "Haddad: I told Leila", "Q: Did Haddad know?".

    One between such lines goes on with what the last one says.
    """
    text = found.text
    if found.is_in_dialogue(position):
        return True
    start = text.rfind("\n", max(0, position - _LONGEST_ANSWER), position) + 1
    colon = text.find(":", start, min(position, start + _LONGEST_LABEL))
    if colon < 0 or (start == 0 and position > _LONGEST_ANSWER):
        return False
    label = text[start:colon].strip("* ")
    if label.isupper() and label.isalpha() and len(label) < 5:
        return True
    return label.lower() in found.speakers


_LONGEST_LABEL: Final = 40
_LONGEST_ANSWER: Final = 4000
