"""The words that tell names from other words, read from ``data/<lang>/names.toml``.

One dict gives all classes of a word as bits, so that a word costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from newsnorm.names.phrases import Phrases, make_phrases
from newsnorm.rules import data_tables

__all__ = ["Vocabulary", "load_vocabulary"]


LANGUAGES: Final = ("en",)

FUNCTION: Final = 1  # never in a name
CALENDAR: Final = 1 << 1
DEMONYM: Final = 1 << 2
HONORIFIC: Final = 1 << 3  # Mr.
RANK: Final = 1 << 4  # Gen.
STYLE: Final = 1 << 5  # Pope
ROLE: Final = 1 << 6  # Minister
ROLE_PART: Final = 1 << 7  # Foreign
ALSO: Final = 1 << 8  # a title that is a surname, too: King
ORG: Final = 1 << 9  # Corp
PLACE: Final = 1 << 10  # River
COMMON: Final = 1 << 11  # no name when alone
GIVEN: Final = 1 << 12
LEGAL: Final = 1 << 13
HEAD: Final = 1 << 14  # Bank of
TOPIC: Final = 1 << 15  # Food and
SUFFIX: Final = 1 << 16  # Jr.
PARTICLE: Final = 1 << 17  # van
STARTS_DEMONYM: Final = 1 << 18  # South Korean
ENDS_DEMONYM: Final = 1 << 19  # Sri Lankan
LONE: Final = 1 << 20  # a name though common: Congress
ORGAN: Final = 1 << 21  # Ministry
WEAK: Final = 1 << 22  # Head
OPENER: Final = 1 << 23  # Media
STARTS_PLACE: Final = 1 << 24  # Lake
PERSONAL: Final = 1 << 25  # van
MONTH: Final = 1 << 26  # May
BREAKS: Final = FUNCTION | CALENDAR
TITLE: Final = HONORIFIC | RANK | STYLE | ROLE

# Class of each list of the file; a word may be in several.
_LISTS: Final = {
    ("words", "function"): FUNCTION,
    ("words", "common"): COMMON,
    ("words", "calendar"): CALENDAR,
    ("words", "abbreviations"): COMMON,
    ("words", "demonyms"): DEMONYM,
    ("words", "demonym_starts"): STARTS_DEMONYM,
    ("words", "demonym_ends"): ENDS_DEMONYM,
    ("people", "male"): HONORIFIC,
    ("people", "female"): HONORIFIC,
    ("people", "neutral"): HONORIFIC,
    ("people", "ranks"): RANK,
    ("people", "styles"): STYLE,
    ("people", "roles"): ROLE,
    ("people", "role_phrases"): ROLE,
    ("people", "role_starts"): ROLE_PART,
    ("people", "weak_roles"): WEAK | ROLE,
    ("people", "also_names"): ALSO,
    ("people", "suffixes"): SUFFIX,
    ("people", "particles"): PARTICLE,
    ("given", "male"): GIVEN,
    ("given", "female"): GIVEN,
    ("given", "either"): GIVEN,
    ("organizations", "cues"): ORG,
    ("organizations", "heads"): HEAD,
    ("organizations", "legal"): LEGAL | ORG,
    ("organizations", "topics"): TOPIC,
    ("organizations", "alone"): LONE,
    ("organizations", "organs"): ORGAN,
    ("places", "cues"): PLACE,
    ("places", "starts"): STARTS_PLACE,
    ("words", "openers"): OPENER,
    ("people", "personal"): PERSONAL,
    ("people", "months"): MONTH,
}


# The lists of each table that are sets of the same name.
_SETS: Final = {
    "words": (
        "aimed animals at before_persons bible biblical closing cooked counting dated determiners "
        "areas crediting given_places given_words imperatives introducers journeys lettered locative naming "
        "networks occasions plants posting scriptural sided small sources suffix_words trusting"
    ),
    "people": (
        "abbreviations before_plural club_letters cue_surnames eastern epithets eponyms followers heading joining kin "
        "known_by late leading led letters modified nouns pageants paired past patronymics place_surnames plural "
        "police police_ranks posts reigning relations role_phrases saying sent styles syllables terms title_starts "
        "trades undergone verbs vietnamese worded"
    ),
    "organizations": (
        "agencies aims bureaus businesses chambers divisions firms followings monuments movements namesakes "
        "not_acronyms numbered of_heads on_heads owners parties running seats ships split_before storms units "
        "unsplit_after works"
    ),
    "places": "initials parts regions settlements states towns venues",
}


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Hold the word lists of one language, ready for look-up.

    ``classes`` gives a word's bits (a word that has none is most likely a name); the sets hold what is asked
    on rare paths only.
    """

    classes: Mapping[str, int]
    male: frozenset[str]
    female: frozenset[str]
    role_phrases: frozenset[str]
    office_ends: tuple[str, ...]
    verbs: frozenset[str]
    saying: frozenset[str]
    nouns: frozenset[str]
    modified: frozenset[str]
    followers: frozenset[str]
    heading: frozenset[str]
    sent: frozenset[str]
    bureaus: frozenset[str]
    posts: frozenset[str]
    relations: frozenset[str]
    late: frozenset[str]
    kin: frozenset[str]
    undergone: frozenset[str]
    led: frozenset[str]
    terms: frozenset[str]
    trades: frozenset[str]
    appositions: frozenset[str]  # nouns that tell of a person beside a comma, too
    firms: frozenset[str]
    works: frozenset[str]
    owners: frozenset[str]
    businesses: frozenset[str]
    namesakes: frozenset[str]
    namesake_ends: frozenset[str]  # their last words
    numbered: frozenset[str]
    movements: frozenset[str]
    parties: frozenset[str]
    chambers: frozenset[str]
    ships: frozenset[str]
    agencies: frozenset[str]
    storms: frozenset[str]
    monuments: frozenset[str]
    running: frozenset[str]
    seats: frozenset[str]
    trading: frozenset[str]
    venues: frozenset[str]
    towns: frozenset[str]
    regions: frozenset[str]
    initials: frozenset[str]
    states: frozenset[str]
    settlements: frozenset[str]
    localities: tuple[str, ...]  # and "of", before one's name
    locality_ends: frozenset[str]  # their last three signs
    bodies: frozenset[str]
    eponyms: frozenset[str]
    plural: frozenset[str]
    before_plural: frozenset[str]
    worded: frozenset[str]
    paired: frozenset[str]
    dated: frozenset[str]
    suffix_words: frozenset[str]
    closing: frozenset[str]
    counting: frozenset[str]
    lettered: frozenset[str]
    networks: frozenset[str]
    occasions: frozenset[str]
    posting: frozenset[str]
    units: frozenset[str]
    split_before: frozenset[str]
    unsplit_after: frozenset[str]
    places: frozenset[str]
    parts: frozenset[str]
    nicknames: Mapping[str, str]
    offices: Mapping[str, frozenset[str]]
    famous: Mapping[str, frozenset[str]]
    natural: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]
    lordly: Mapping[str, str]
    eastern: frozenset[str]
    syllables: frozenset[str]
    styles: frozenset[str]
    title_starts: frozenset[str]
    epithets: frozenset[str]
    reigning: frozenset[str]
    known_by: frozenset[str]
    past: frozenset[str]
    not_acronyms: frozenset[str]
    small: frozenset[str]
    on_heads: frozenset[str]
    of_heads: frozenset[str]
    aims: frozenset[str]
    followings: frozenset[str]
    divisions: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    abbreviations: frozenset[str]
    letters: frozenset[str]
    club_letters: frozenset[str]
    police: frozenset[str]
    police_ranks: frozenset[str]
    sources: frozenset[str]
    crediting: frozenset[str]
    at: frozenset[str]
    aimed: frozenset[str]
    journeys: frozenset[str]
    before_persons: frozenset[str]
    locative: frozenset[str]
    trusting: frozenset[str]
    areas: frozenset[str]
    determiners: frozenset[str]
    introducers: frozenset[str]
    naming: frozenset[str]
    cooked: frozenset[str]
    animals: frozenset[str]
    place_surnames: frozenset[str]
    pageants: frozenset[str]
    cue_surnames: frozenset[str]
    month_names: tuple[str, ...]
    vietnamese: frozenset[str]
    patronymics: frozenset[str]
    plants: frozenset[str]
    given_words: frozenset[str]
    imperatives: frozenset[str]
    given_places: frozenset[str]
    sided: frozenset[str]
    scriptural: frozenset[str]
    biblical: frozenset[str]
    bible: frozenset[str]
    phrases: Phrases

    def sex(self, word: str) -> Literal["m", "f", ""]:
        """Return the sex that an honorific or a given name tells, if it tells one."""
        male, female = word in self.male, word in self.female
        return "" if male == female else "m" if male else "f"

    def is_function(self, word: str) -> bool:
        """Tell whether a word in small letters is never in a name: "the", "said", "afterwards"."""
        return bool(self.classes.get(word.capitalize(), 0) & FUNCTION)


@cache
def load_vocabulary(lang: str) -> Vocabulary | None:
    """Return the vocabulary of a language, or None where there are no data for it."""
    if lang not in LANGUAGES:
        return None
    tables = data_tables(f"{lang}/names.toml")

    def words(table: str, name: str) -> frozenset[str]:
        return frozenset(_words(tables[table][name]))

    nouns = sorted(words("places", "localities") | words("places", "placed"))
    localities = tuple(
        f" {noun} {of} "
        for of in sorted(words("grammar", "belonging"))
        for noun in (*nouns, *map(str.capitalize, nouns))
    )
    return Vocabulary(
        **{name: words(table, name) for table, names in _SETS.items() for name in names.split()},
        classes=_classes(tables),
        male=words("people", "male") | words("given", "male"),
        female=words("people", "female") | words("given", "female"),
        office_ends=tuple(_words(tables["people"]["office_ends"])),
        appositions=words("people", "nouns") - words("organizations", "actors"),
        namesake_ends=frozenset(name.rpartition(" ")[2] for name in words("organizations", "namesakes")),
        trading=frozenset(
            phrase.split()[0] for name in ("trading", "company_does", "employing") for phrase in words("grammar", name)
        ),
        localities=localities,
        locality_ends=frozenset(before[-3:] for before in localities),
        bodies=words("places", "bodies") | words("places", "localities"),
        places=words("places", "known"),
        nicknames=_nicknames(tables["people"]["nicknames"]),
        offices=_groups(tables["people"]["offices"]),
        natural=_groups(tables["people"]["natural"]),
        famous=_groups(tables["people"]["famous"]),
        pronouns=dict.fromkeys(words("words", "he"), "m") | dict.fromkeys(words("words", "she"), "f"),
        lordly=dict.fromkeys(words("people", "lords"), "m") | dict.fromkeys(words("people", "ladies"), "f"),
        month_names=tuple(f"{month} " for month in _words(tables["people"]["month_names"])),
        phrases=make_phrases({name: tuple(_words(text)) for name, text in tables["grammar"].items()}),
    )


def _classes(tables: Mapping[str, Mapping[str, str]]) -> dict[str, int]:
    classes: dict[str, int] = {}
    for (table, name), bit in _LISTS.items():
        for word in _words(tables[table][name]):
            classes[word] = classes.get(word, 0) | bit
    return classes


def _nicknames(groups: str) -> dict[str, str]:
    """Return the first name of its group for every name of a line of names that stand for each other."""
    return {name: line.split()[0] for line in groups.splitlines() if line for name in line.split()}


def _groups(lines: str) -> dict[str, frozenset[str]]:
    """Return all words of its line for every word that stands before the bar of it."""
    groups: dict[str, frozenset[str]] = {}
    for line in lines.splitlines():
        first, _, others = line.partition("|")
        groups |= dict.fromkeys(_words(first), frozenset(_words(f"{first} {others}")))
    return groups


def _words(text: str) -> Iterable[str]:
    return (word.replace("_", " ") for word in text.split())
