r"""The grammar of time expressions: one pattern a rule, in the order in which they are tried.

Patterns are verbose regular expressions, written with the fragments of the vocabulary ("{MONTH}") and those below
("{AMOUNT_OF}"); "{S}" is the white space between two words. All bounds are fixed: no pattern reads further than its
own words. The classes of a rule tell which of the scan's anchors it may hold first: weekday (W), month (M), unit (U),
season (S), part of the day (P), number (N), another word (X) or the one of several words that tells (H).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["CORES", "GLUED", "NEIGHBOURS", "OPENINGS", "PATTERNS", "fill"]

GLUED: Final = r"\d{1,2}(?::\d\d|\s[A-Z][a-z]{2})"
"""The hour or day that a page dumped with no space after its year: "Dec 22, 20231:17 AM", "22 Dec 202322 Dec 2023"."""

_FRAGMENTS: Final[Mapping[str, str]] = {
    "FULL_YEAR": r"(?:1\d|2[01])\d\d",
    "GLUED": GLUED,
    "REL": r"(?P<rel>[Ll]ast|[Tt]his|[Nn]ext)",
    # What may lead up to a year, to anything with "the", and to anything without.
    "EARLY_YEAR": r"(?:{PRE}(?:{S}|-)(?:in{S})?(?:the{S})?|[Mm]id-|{EDGE}{S}(?:the{S})?)?",
    "EARLY_THE": r"(?:{PRE}(?:{S}|-)(?:in{S})?|[Mm]id-|{EDGE}{S})?(?:[Tt]he{S})?(?:{PRE}(?:{S}|-)|[Mm]id-)?",
    "EARLY": r"(?:{PRE}(?:{S}|-)(?:in{S}|on{S})?|(?:[Mm]id|[Ee]nd)-|{EDGE}{S})?",
    "IN_PART": r"(?:{S}(?P<part>{PART})(?![\w-]))?",
    "AMOUNT_OF": r"""
        (?:{APPROX}{S})? (?:[Tt]he{S}(?={NUM}{S}))?
        (?: (?P<half>[Hh]alf(?:{S}|-)(?:an?)|an?{S}half) | (?P<vague>{AMOUNT})
          | (?P<low>{NUM})(?:(?:{S}(?:to|or){S}|-to-|{S}?[-–]{S}?)(?P<high>{NUM}))? | (?P<one>[Aa]n?|[Oo]ne) )
        (?P<andhalf>(?:{S}|-)and(?:{S}|-)an?(?:{S}|-)half)?
        (?:{S}(?:more|additional|full|straight|consecutive|long|whole|entire|solid|short))?
    """,
    "UNITS": r"(?P<unit>{UNIT})(?:{S}or{S}(?:so|two|more)|{S}and{S}a{S}(?P<unithalf>half))?",
}

# (rule, classes, pattern). Of patterns that match at one place the first is taken.
PATTERNS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "dates.iso",
        "N",
        r"""(?: (?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])
                (?:[T\ ](?P<time>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?
              | (?P<year2>{FULL_YEAR})-
                (?P<rest>0[1-9]|1[0-2]|W(?:0[1-9]|[1-4]\d|5[0-3])(?:-[1-7]|-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI)
            )(?![\w-])""",
    ),
    (
        "dates.numeric",
        "NM",
        r"""(?: (?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>{FULL_YEAR}|\d\d)
              | (?P<a2>\d{1,2})\.(?P<b2>\d{1,2})\.(?P<year2>{FULL_YEAR})
              | (?P<year3>{FULL_YEAR})[/.](?P<a3>\d{1,2})[/.](?P<b3>\d{1,2})
              | (?P<a4>\d{1,2})-(?P<b4>\d{1,2})-(?P<year4>{FULL_YEAR})
              | (?P<day5>\d{1,2})-(?P<month5>{MONTH})-(?P<year5>{FULL_YEAR})
            )(?![\w/]|[.-]\d)""",
    ),
    (
        "dates.era",
        "N",
        r"""(?P<year>\d{1,4}){S}(?P<era>BCE?|B\.C\.|AD|A\.D\.|CE) | (?:AD|A\.D\.){S}(?P<year2>\d{1,4})""",
    ),
    (
        "dates.clock",
        "PNX",
        r"""(?: (?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?
                {S}?(?P<half>[ap]\.?{S}?m\b\.?|[AP]\.?M\b\.?)
              | (?P<hour2>[01]?\d|2[0-4])(?:[:.](?P<minute2>[0-5]\d)(?:{S}?h(?:ou)?rs?\b)?|{S}?h(?:ou)?rs\b)(?=\W)
              | (?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)(?={S}?(?:{ZONE}|local{S}time|hours|hrs)\b)
              | (?P<hour4>1[0-2]|[1-9]|{SMALL})(?:{S}o['’]clock(?:{S}in{S}the{S}(?P<inthe>morning|afternoon|evening))?)
              | (?P<point>{POINT})
            )(?:{S}?(?P<zone>(?:{ZONE}|local{S}time|hours|hrs)\b|\({ZONE}\)))?""",
    ),
    (
        "dates.day",
        "WM",
        r"""(?: {REL}{S}(?={WEEKDAY},?{S}|{MONTH}) | (?P<week>(?:the{S})?week{S}(?:of|beginning|starting|ending){S}) )?
            (?:{ANYDAY},?{S}(?:the{S})?)? (?:{PRE}(?:{S}|-))?
            (?: (?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DD}|{ORDINAL}\b(?!-))
              | (?:[Tt]he{S})?(?:(?P<from>{DD})(?:{S}?[-–]{S}?|{S}(?:to|and){S}))?
                (?P<day2>{DD})(?:{S}of)?{S}(?P<month2>{MONTH})(?!\w) )
            (?:{S}?(?:[-–](?:{S}?(?P<month3>{MONTH}){S})?|to{S}|and{S}|through{S}){S}?(?P<last>{DD})(?!{S}{MONTH}))?
            (?: ,?{S}(?P<year>{FULL_YEAR}(?:(?![\d%])|(?={GLUED}))|['’]\d\d\b)
              | ,?{S}(?:of{S})?(?P<whose>last|this|next){S}year\b )?
            (?:,?{S}(?P<part>{PART})(?![\w-]))?""",
    ),
    (
        "dates.month",
        "M",
        r"""{EARLY_YEAR}(?P<month>{MONTH})
            (?: ,?{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<short>['’]\d\d)\b)
              | {S}(?:of{S})?{REL}{S}year )(?![\w/])""",
    ),
    (
        "dates.holiday",
        "XH",
        r"""(?:{REL}{S})?(?P<holiday>{HOLIDAY})(?![\w-])
            (?: ,?{S}(?P<year>{YEAR}) | {S}(?:of{S})?(?P<whose>last|this|next){S}year\b )?
            (?: {S}(?P<week>[Ww]eek(?:end)?)\b
                (?: ,?{S}(?P<year0>{YEAR}) | {S}(?:of{S})?(?P<whose0>last|this|next){S}year\b )? )?""",
    ),
    (
        "dates.fiscal",
        "N",
        r"""{EARLY_THE}(?: (?:[Ff]iscal|[Ff]inancial)(?:{S}year)?{S}(?P<year>{YEAR}|['’]\d\d\b)
                         | FY{S}?['’]?(?P<short>\d\d(?:\d\d)?)\b )""",
    ),
    (
        "dates.quarter",
        "UN",
        r"""(?: [Tt]he{S}(?P<year1>{YEAR}){S}(?P<bare>quarter|period)(?!\w)
              | {EARLY_THE}(?:(?P<year0>{YEAR}|(?P<whose0>last|this|next){S}year)(?:['’]s)?{S})?
                (?:[Ff]iscal{S})?(?:(?:year-(?:earlier|ago)){S})?
                (?: (?P<number>{ORDINAL}|1st|2nd|3rd|4th)(?:{S}|-)(?:fiscal(?:{S}|-))?(?P<unit>quarter|half)
                  | Q(?P<q>[1-4]) | (?P<q2>[1-4])Q | H(?P<h>[12])\b )(?!\w)
                (?: {S}(?:of{S})?(?:(?:the{S})?(?:fiscal|financial|calendar)(?:{S}year)?{S})?
                    (?:(?P<year>{YEAR})|(?P<whose>last|this|next){S}year|['’](?P<short>\d\d)\b) )? )""",
    ),
    (
        "dates.decade",
        "NX",
        r"""{EARLY_THE}(?:(?P<year>(?:1\d|20)\d0)['’]?s\b|['’](?P<short>\d0)['’]?s\b
            |(?:(?<=the\s)|(?<=the\r\n))(?P<word>{DECADE}))""",
    ),
    (
        "dates.century",
        "U",
        r"""{EARLY_THE}(?P<number>\d{1,2}(?:st|nd|rd|th)|{ORDINAL}|twenty-first)(?:{S}|-)century
            (?:{S}(?P<era>BCE?|B\.C\.))?""",
    ),
    (
        "dates.counted",
        "U",
        r"""{AMOUNT_OF}(?:{S}|-){UNITS}{S}
            (?P<way> (?:ago|earlier|later|hence|from{S}now|from{S}today)\b(?!{S}than\b)
                   | (?:before|previously|prior|after)(?=\s?[.,;:!?)"”’']|$) )""",
    ),
    ("dates.year-end", "U", r"(?:the{S})?[Yy]ear(?:-|{S}|['’]s{S})end"),
    (
        "dates.spoken-year",
        "XUSM",
        r"""[Tt]he{S}year{S}(?P<two>two{S}thousand(?:{S}and)?)(?:{S}(?P<small2>{SMALL}))?
          | (?:[Tt]he{S}(?P<season>{SEASON}){S}of{S}|(?P<month>{MONTH}){S})?
            nineteen(?:{S}|-)(?P<small>{SMALL})(?!{S}(?:hundred|thousand))""",
    ),
    (
        "dates.year-earlier",
        "U",
        r"""(?:[Tt]he{S})?(?:comparable{S})?(?:[Yy]ear-(?:earlier|ago)|[Yy]ear{S}(?:earlier|ago))
            (?:{S}(?P<unit>quarter|period|month|nine{S}months|half|six{S}months))?""",
    ),
    (
        "dates.span",
        "US",
        r"""(?:{APPROX}{S})?(?:[Tt]he{S})?
            (?P<rel>[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Ff]inal|[Ff]irst|[Pp]revious|[Ff]ollowing|[Ll]atest){S}
            (?: (?P<vague>{AMOUNT}|few|couple(?:{S}of)?) | (?P<low>{NUM})(?:{S}(?:to|or){S}(?P<high>{NUM}))? )
            (?:{S}|-)(?P<unit>{UNIT}|{SEASON}s)(?!\w)(?:{S}or{S}so\b)?""",
    ),
    (
        "dates.relative",
        "WMUSP",
        r"""{EARLY}(?P<the>[Tt]he{S})?
            (?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Uu]pcoming|[Cc]urrent|[Pp]revious|[Pp]receding
                   |[Ff]ollowing|[Tt]hat|[Ss]ame|[Ll]atest|[Mm]ost{S}recent)
            (?:{S}(?P<more>past|coming|same|very|last|fiscal|calendar|financial|particular))?{S}(?:fiscal{S})?
            (?: (?P<weekday>{WEEKDAY}) | (?P<month>{MONTH}(?!\.?{S}\d|-(?!{MONTH})[^\W\d])) | (?P<season>{SEASON})
              | (?P<part0>{PART}|lunchtime) | (?P<unit>{UNIT}|year-end|period) )(?!\w|-old)
            {IN_PART}""",
    ),
    (
        "dates.before-last",
        "WU",
        r"""(?: (?:[Tt]he{S})?(?:(?P<weekday>{WEEKDAY})|(?P<unit>week|weekend|month|year)){S}before{S}last
              | (?P<ahead>{WEEKDAY}){S}(?P<step>week|fortnight) )(?![\w-])""",
    ),
    (
        "dates.deictic",
        "XU",
        r"""(?:{PRE}{S})?(?P<word> [Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight
                                 | [Tt]he{S}day{S}(?:before{S}yesterday|after{S}tomorrow) )(?!\w){IN_PART}""",
    ),
    (
        "dates.weekday",
        "W",
        r"""(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ss]ometime)(?:{S}|-)(?:in{S}|on{S})?|{EDGE}{S})?
            (?P<weekday>{WEEKDAY})(?!\w){IN_PART}""",
    ),
    ("dates.overnight", "X", r"[Oo]vernight"),
    (
        "dates.set",
        "WMUSP",
        r"""(?:[Ee]very|[Ee]ach)(?:{S}(?P<other>other|single|few|{NUM}|{ORDINAL}))?{S}
            (?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>{SEASON})|(?P<part>{PART})|(?P<unit>{UNIT}))""",
    ),
    (
        "dates.times-a",
        "U",
        r"(?:[Oo]nce|[Tt]wice|{NUM}{S}times|[Ss]everal{S}times){S}(?:an?|every|each|per){S}(?P<unit>{UNIT})",
    ),
    ("dates.weekdays", "X", r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s"),
    ("dates.frequency", "X", r"(?P<word>{FREQUENCY})(?![\w-])"),
    ("dates.old", "U", r"(?P<low>{NUM})(?:-|{S})(?P<unit>{UNIT})(?:-|{S})old"),
    ("dates.duration", "U", r"{AMOUNT_OF}(?:{S}|-){UNITS}(?:-long)?(?![\w-])"),
    ("dates.hyphenated", "UX", r"(?P<unit>day|week|month|year|hour|decade|century)s?-?long"),
    (
        "dates.plural",
        "U",
        r"""(?:(?P<rel>[Rr]ecent|[Cc]oming|[Pp]ast|[Ff]uture|[Ee]arlier|[Pp]revious|[Tt]he{S}coming){S})?
            (?P<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries)(?![\w-])
            (?:{S}(?:ago|later|earlier|ahead))?""",
    ),
    (
        "dates.season",
        "S",
        r"{EARLY_THE}(?P<season>{SEASON})(?:{S}(?:of{S})?(?P<year>{YEAR})|,{S}(?P<year2>{YEAR}))?(?![\w-])",
    ),
    ("dates.bare-month", "M", r"{EARLY}(?P<month>{MONTH})"),
    (
        "dates.bare-year",
        "NU",
        r"""{EARLY_YEAR}(?:year{S})?(?P<year>{YEAR})
            (?:(?:-(?!0\d\b|1[0-2]\b)|–)(?P<to>\d\d(?:\d\d)?)(?!\d))?(?![\w/-])""",
    ),
    (
        "dates.the-unit",
        "U",
        r"""(?:{PRE}{S}(?:in{S})?|{EDGE}{S})?[Tt]he{S}(?:full{S})?(?:fiscal{S})?
            (?P<unit>day|week|weekend|month|quarter|year|decade|century)(?![\w-])
            (?P<way>{S}(?:before|after|earlier|later)\b)?""",
    ),
    ("dates.vague", "XH", r"(?P<word>{VAGUE})(?![\w-])"),
)

# The first words of what each rule matches, so that few rules are tried at a word: those of the named lists of the
# vocabulary, and others as they are; "0" is any number in digits, "'" a mark before one.
OPENINGS: Final[Mapping[str, str]] = {
    "dates.iso": "0",
    "dates.numeric": "0",
    "dates.era": "0 ad a",
    "dates.clock": "0 NUMBERS PARTS",
    "dates.day": "0 WEEKDAYS MONTHS POINTS last this next the week",
    "dates.month": "EDGES POINTS MONTHS",
    "dates.holiday": "HOLIDAYS last this next",
    "dates.fiscal": "EDGES POINTS the fiscal financial fy fy00 fy0000",
    "dates.quarter": "EDGES POINTS ORDINALS the last this next fiscal year 0 q0 h0",
    "dates.decade": "EDGES POINTS DECADES the 0 '",
    "dates.century": "EDGES POINTS ORDINALS the 0 twenty",
    "dates.counted": "AMOUNTS NUMBERS the half a an one 0",
    "dates.year-end": "the year",
    "dates.spoken-year": "MONTHS the nineteen",
    "dates.year-earlier": "the comparable year",
    "dates.span": "AMOUNTS the last next past coming final first previous following latest",
    "dates.relative": "EDGES POINTS the last this next past coming upcoming current previous preceding following "
    "that same latest most",
    "dates.before-last": "WEEKDAYS the week weekend month year",
    "dates.deictic": "POINTS the today yesterday tomorrow tonight",
    "dates.weekday": "EDGES WEEKDAYS early late mid sometime",
    "dates.overnight": "overnight",
    "dates.set": "every each",
    "dates.times-a": "NUMBERS once twice several 0",
    "dates.weekdays": "PLURALS",
    "dates.frequency": "FREQUENCIES",
    "dates.old": "NUMBERS 0",
    "dates.duration": "AMOUNTS NUMBERS the half a an one 0",
    "dates.hyphenated": "UNITS LENGTHS",
    "dates.plural": "UNITS the recent coming past future earlier previous",
    "dates.season": "EDGES POINTS SEASONS the",
    "dates.bare-month": "EDGES POINTS MONTHS",
    "dates.bare-year": "EDGES POINTS year 0",
    "dates.the-unit": "EDGES POINTS the",
    "dates.vague": "VAGUES",
}

# The anchors that the rules of some units may hold. ("Week", "year" and "half" may also stand before another anchor.)
CORES: Final[Mapping[str, str]] = {
    "dates.quarter": "quarter period half",
    "dates.century": "century",
    "dates.year-end": "year",
    "dates.spoken-year": "year",
    "dates.year-earlier": "year quarter period month months half",
    "dates.before-last": "week weekend month year",
    "dates.deictic": "day",
    "dates.plural": "seconds minutes hours days weeks months quarters years decades centuries",
    "dates.bare-year": "year",
    "dates.the-unit": "day week weekend month quarter year decade century",
}

# The words next to an anchor without which a rule cannot match, so that it need not be tried: with the words that the
# expression opens with ("" for any), the anchors of which that is true, and the words of which one must stand before it
# and after it ("" for any). A number in digits is written with 0 for each.
NEIGHBOURS: Final[Mapping[str, tuple[tuple[str, str, str, str], ...]]] = {
    "dates.iso": (("", "0000", "", "00 w00 q0 h0 sp su fa wi"),),
    "dates.numeric": (("", "0 00 0000", "", "0 00"),),
    "dates.era": (("0", "0 00 000 0000", "", "bc bce b ad a ce"),),
    "dates.clock": (
        ("", "0 00", "", "00 00a 00p 00am 00pm a p am pm hours hrs"),
        ("", "000 0000", "", "ZONES local hours hrs"),
    ),
    "dates.day": (("", "WEEKDAYS", "", "MONTHS POINTS DAYS the"), ("MONTHS", "MONTHS", "", "DAYS ORDINALS the")),
    "dates.month": (("", "MONTHS", "", "0000 00 of last this next"),),
    "dates.holiday": (("last this next", "year", "new", ""), ("last this next", "WEEKDAYS UNITS", "HOLIDAYS", "")),
    "dates.fiscal": (("EDGES POINTS the", "0000", "fiscal financial year", ""),),
    "dates.quarter": (
        ("", "0000", "", "ORDINALS DAYS q0 0q h0 fiscal year quarter period s"),
        ("", "quarter half period", "ORDINALS DAYS fiscal 0000", ""),
    ),
    "dates.decade": (("", "0000", "", "s"),),
    "dates.counted": (
        ("", "UNITS", "QUANTITIES", "ago earlier later hence from before previously prior after or and"),
    ),
    "dates.year-end": (("", "year", "", "end s"),),
    "dates.spoken-year": (("", "year", "", "two"), ("", "MONTHS", "", "nineteen"), ("", "SEASONS", "", "of")),
    "dates.year-earlier": (
        ("", "year", "", "earlier ago"),
        ("", "quarter period month months half", "year earlier ago", ""),
    ),
    "dates.span": (("", "UNITS", "QUANTITIES", ""),),
    "dates.relative": (
        (
            "",
            "WEEKDAYS MONTHS UNITS SEASONS PARTS period",
            "last this next past coming upcoming current previous preceding following that same latest recent very "
            "fiscal calendar financial particular",
            "",
        ),
    ),
    "dates.before-last": (("", "WEEKDAYS week weekend month year", "", "before week fortnight"),),
    "dates.deictic": (("", "day", "", "before after"),),
    "dates.times-a": (("", "UNITS", "a an every each per", ""),),
    "dates.old": (("", "UNITS", "", "old"),),
    "dates.duration": (("", "UNITS", "QUANTITIES", ""),),
    "dates.hyphenated": (("", "UNITS", "", "long"),),
    "dates.plural": (
        ("the recent coming past future earlier previous", "UNITS", "recent coming past future earlier previous", ""),
    ),
    "dates.bare-year": (("", "year", "", "0000"),),
    "dates.the-unit": (("", "UNITS", "the full fiscal", ""),),
}


def fill(pattern: str, fragments: Mapping[str, str]) -> str:
    r"""Return a pattern with the fragments it names filled in, to be compiled as verbose.

    >>> fill(r"{WORD}\d{2}", {"WORD": "(?:May)"})
    '(?:May)\\d{2}'
    """
    names = {**fragments, **_FRAGMENTS}
    while re.search(r"\{[A-Z]", pattern):
        pattern = re.sub(r"\{([A-Z]\w*)\}", lambda name: names[name[1]], pattern)
    return pattern
