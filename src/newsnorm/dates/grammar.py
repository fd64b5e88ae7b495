"""The grammar of time expressions: one pattern a rule, in the order in which they are tried.

Patterns are written with the fragments of the vocabulary ("{MONTH}"), so that they hold no words of a language
but its small ones. All bounds are fixed: no pattern scans further than its own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["PATTERNS", "fill"]

_AMOUNT: Final = (
    r"(?:(?:{APPROX}{S})?(?:[Tt]he{S}(?={NUM}{S}))?(?:(?P<half>[Hh]alf(?:{S}|-)(?:an?)|an?{S}half)|(?P<vague>{AMOUNT})"
    r"|(?P<low>{NUM})(?:(?:{S}(?:to|or){S}|-to-|{S}?[-–]{S}?)(?P<high>{NUM}))?|(?P<one>[Aa]n?|[Oo]ne))"
    r"(?P<andhalf>(?:{S}|-)and(?:{S}|-)an?(?:{S}|-)half)?"
    r"(?:{S}(?:more|additional|full|straight|consecutive|long|whole|entire|solid|short))?)"
)
_UNITS: Final = r"(?P<unit>{UNIT})(?:{S}or{S}(?:so|two|more)|{S}and{S}a{S}(?P<unithalf>half))?"
_YEAR: Final = r"(?P<year>{YEAR})"
_TH: Final = r"(?:[Tt]he{S})?"
_PRE: Final = r"(?:(?:{PRE}(?:{S}|-)(?:in{S})?|mid-?){TH}|{EDGE}{S}{TH})?"
_PART: Final = r"(?:{S}(?P<part>{PART})(?![\w-]))?"
_QUARTER: Final = r"(?P<number>{ORDINAL}|1st|2nd|3rd|4th)(?:{S}|-)(?:fiscal(?:{S}|-))?(?P<unit>quarter|half)"

# (rule, classes of words it can hold first, pattern). Of patterns that match at one place the first is taken.
PATTERNS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "dates.iso",
        "N",
        r"(?:(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?:[T ](?P<time>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
        r"|(?P<year2>(?:1[0-9]|2[01])\d\d)-(?P<rest>0[1-9]|1[0-2]|W(?:0[1-9]|[1-4]\d|5[0-3])(?:-[1-7]|-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))(?![\w-])",
    ),
    (
        "dates.numeric",
        "NM",
        r"(?:(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>(?:1\d|2[01])\d\d|\d\d)|(?P<a2>\d{1,2})\.(?P<b2>\d{1,2})\.(?P<year2>(?:1\d|2[01])\d\d)"
        r"|(?P<year3>(?:1\d|2[01])\d\d)[/.](?P<a3>\d{1,2})[/.](?P<b3>\d{1,2})|(?P<a4>\d{1,2})-(?P<b4>\d{1,2})-(?P<year4>(?:1\d|2[01])\d\d)"
        r"|(?P<day5>\d{1,2})-(?P<month5>{MONTH})-(?P<year5>(?:1\d|2[01])\d\d))(?![\w/]|[.-]\d)",
    ),
    (
        "dates.era",
        "N",
        r"(?:(?P<year>\d{1,4}){S}(?P<era>BCE?|B\.C\.|AD|A\.D\.|CE)|(?:AD|A\.D\.){S}(?P<year2>\d{1,4}))(?!\w)",
    ),
    (
        "dates.clock",
        "PNX",
        r"(?:(?P<hour>1[0-2]|0?[1-9]|noon|midnight)(?:[:.](?P<minute>[0-5]\d))?{S}?(?P<half>[ap]\.?{S}?m\b\.?|[AP]\.?M\b\.?)"
        r"|(?P<hour2>[01]?\d|2[0-4])(?:[:.](?P<minute2>[0-5]\d)(?:{S}?h(?:ou)?rs?\b)?|{S}?h(?:ou)?rs\b)(?={S}?(?:{ZONE}|local{S}time|hours|hrs)\b|\W)"
        r"|(?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)(?={S}?(?:{ZONE}|local{S}time|hours|hrs)\b)"
        r"|(?P<hour4>1[0-2]|[1-9]|{SMALL}){S}o['’]clock(?:{S}in{S}the{S}(?P<inthe>morning|afternoon|evening))?"
        r"|(?P<point>{POINT}))(?:{S}?(?P<zone>(?:{ZONE}|local{S}time|hours|hrs)\b|\({ZONE}\)))?",
    ),
    (
        "dates.day",
        "WM",
        r"(?:(?P<rel>[Ll]ast|[Tt]his|[Nn]ext){S}(?={WEEKDAY},?{S}|{MONTH})|(?P<week>(?:the{S})?week{S}(?:of|beginning|starting|ending){S}))?(?:{ANYDAY},?{S}(?:the{S})?)?(?:{PRE}(?:{S}|-))?"
        r"(?:(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DD}|{ORDINAL}\b)"
        r"|(?:[Tt]he{S})?(?P<day2>{DD})(?:{S}of)?{S}(?P<month2>{MONTH})(?!\w))"
        r"(?:{S}?(?P<sep>[-–]|to{S}|and{S}|through{S}){S}?(?P<last>{DD}))?"
        r"(?:,?{S}(?P<year>(?:1\d|2[01])\d\d(?![\d%])|['’]\d\d\b))?(?:,?{S}(?P<part>{PART})(?![\w-]))?",
    ),
    (
        "dates.month",
        "M",
        r"{AT_}(?P<month>{MONTH})(?:,?{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<short>['’]\d\d)\b)|{S}(?:of{S})?(?P<rel>last|this|next){S}year)(?![\w/])",
    ),
    (
        "dates.holiday",
        "X",
        r"(?:(?P<rel>[Ll]ast|[Tt]his|[Nn]ext){S})?(?P<holiday>{HOLIDAY})(?![\w-])(?:,?{S}(?P<year>{YEAR}))?(?P<week>{S}week(?:end)?\b)?",
    ),
    (
        "dates.fiscal",
        "N",
        r"{BEFORE}(?:(?:[Ff]iscal|[Ff]inancial)(?:{S}year)?{S}(?P<year>{YEAR}|['’]\d\d\b)|FY{S}?['’]?(?P<short>\d\d(?:\d\d)?)\b)",
    ),
    (
        "dates.quarter",
        "UN",
        r"(?:[Tt]he{S}(?P<year1>{YEAR}){S}(?P<bare>quarter|period)(?!\w)|{BEFORE}(?:(?P<year0>{YEAR}|(?P<whose0>last|this|next){S}year)(?:['’]s)?{S})?(?:[Ff]iscal{S})?(?:(?:year-(?:earlier|ago)){S})?"
        r"(?:{QUARTER}|Q(?P<q>[1-4])|(?P<q2>[1-4])Q|H(?P<h>[12])\b)(?![\w])"
        r"(?:{S}(?:of{S})?(?:(?:the{S})?(?:fiscal|financial)(?:{S}year)?{S})?(?:(?P<year>{YEAR})|(?P<whose>last|this|next){S}year|['’](?P<short>\d\d)\b))?)",
    ),
    (
        "dates.decade",
        "NX",
        r"{BEFORE}(?:(?P<year>(?:1[0-9]|20)\d0)['’]?s\b|['’](?P<short>\d0)['’]?s\b|(?<=the )(?P<word>{DECADE})(?!\w))",
    ),
    (
        "dates.century",
        "U",
        r"{BEFORE}(?P<number>\d{1,2}(?:st|nd|rd|th)|{ORDINAL}|(?:twenty-first))(?:{S}|-)century(?:{S}(?P<era>BC|B\.C\.|BCE))?",
    ),
    (
        "dates.counted",
        "U",
        r"{AMOUNT_}(?:{S}|-){UNITS_}{S}(?P<way>(?:ago|earlier|later|hence|from{S}now|from{S}today)\b(?!{S}than\b)|(?:before|previously|prior|after)(?=\s?[.,;:!?)\"”’']|$))",
    ),
    ("dates.year-end", "U", r"(?:the{S})?[Yy]ear(?:-|{S})end(?![\w])"),
    (
        "dates.spoken-year",
        "XUSM",
        r"(?:[Tt]he{S}year{S}(?P<two>two{S}thousand(?:{S}and)?)(?:{S}(?P<small2>{SMALL}))?|(?:[Tt]he{S}(?P<season>{SEASON}){S}of{S}|(?P<month>{MONTH}){S})?nineteen(?:{S}|-)(?P<small>{SMALL})(?!{S}(?:hundred|thousand)))(?!\w)",
    ),
    (
        "dates.year-earlier",
        "U",
        r"(?:[Tt]he{S})?(?:comparable{S})?(?:[Yy]ear-(?:earlier|ago)|[Yy]ear{S}(?:earlier|ago))(?:{S}(?P<unit>quarter|period|month|nine{S}months|half|six{S}months))?",
    ),
    (
        "dates.span",
        "US",
        r"(?:{APPROX}{S})?(?:[Tt]he{S})?(?P<rel>[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming|[Ff]inal|[Ff]irst|[Pp]revious|[Ff]ollowing|[Ll]atest){S}"
        r"(?:(?P<vague>{AMOUNT}|few|couple(?:{S}of)?)|(?P<low>{NUM})(?:{S}(?:to|or){S}(?P<high>{NUM}))?)(?:{S}|-)(?P<unit>{UNIT}|{SEASON}s)(?!\w)(?:{S}or{S}so\b)?",
    ),
    (
        "dates.relative",
        "WMUSP",
        r"{PRE_}(?P<the>[Tt]he{S})?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Uu]pcoming|[Cc]urrent|[Pp]revious|[Pp]receding|[Ff]ollowing|[Tt]hat|[Ss]ame|[Ll]atest|[Mm]ost{S}recent)"
        r"(?:{S}(?P<more>past|coming|same|very|last|fiscal|calendar|financial|particular))?{S}(?P<fiscal>fiscal{S})?"
        r"(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH}(?!\.?{S}\d))|(?P<season>{SEASON})|(?P<part0>{PART}|lunchtime)|(?P<unit>{UNIT}|year-end|period))(?![\w]|-old)"
        r"{PART_}",
    ),
    (
        "dates.before-last",
        "WU",
        r"(?:(?:[Tt]he{S})?(?:(?P<weekday>{WEEKDAY})|(?P<unit>week|weekend|month|year)){S}before{S}last|(?P<ahead>{WEEKDAY}){S}(?P<step>week|fortnight))(?![\w-])",
    ),
    (
        "dates.deictic",
        "XU",
        r"(?:{PRE}{S})?(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]he{S}day{S}(?:before{S}yesterday|after{S}tomorrow))(?![\w]){PART_}",
    ),
    (
        "dates.weekday",
        "W",
        r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ss]ometime)(?:{S}|-)(?:in{S}|on{S})?|{EDGE}{S})?(?P<weekday>{WEEKDAY})(?![\w]|s\b){PART_}",
    ),
    ("dates.overnight", "X", r"[Oo]vernight(?![\w])"),
    (
        "dates.set",
        "WMUSP",
        r"(?:[Ee]very|[Ee]ach)(?:{S}(?P<other>other|single|few|{NUM}|{ORDINAL}))?{S}(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>{SEASON})|(?P<part>{PART})|(?P<unit>{UNIT}))(?![\w])",
    ),
    (
        "dates.times-a",
        "U",
        r"(?:[Oo]nce|[Tt]wice|{NUM}{S}times|[Ss]everal{S}times){S}(?:an?|every|each|per){S}(?P<unit>{UNIT})(?!\w)",
    ),
    ("dates.weekdays", "X", r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s(?![\w])"),
    ("dates.frequency", "X", r"(?P<word>{FREQUENCY})(?![\w-])"),
    ("dates.old", "U", r"(?P<low>{NUM})(?:-|{S})(?P<unit>{UNIT})(?:-|{S})old"),
    ("dates.duration", "U", r"{AMOUNT_}(?:{S}|-){UNITS_}(?:-long)?(?![\w-])"),
    ("dates.hyphenated", "UX", r"(?P<unit>day|week|month|year|hour|decade|century)s?-?long(?!\w)"),
    (
        "dates.plural",
        "U",
        r"(?:(?P<rel>[Rr]ecent|[Cc]oming|[Pp]ast|[Ff]uture|[Ee]arlier|[Pp]revious|[Tt]he{S}coming){S})?(?P<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries)(?![\w-])(?P<ago>{S}(?:ago|later|earlier|ahead))?",
    ),
    (
        "dates.season",
        "S",
        r"{BEFORE}(?P<season>{SEASON})(?:{S}(?:of{S})?(?P<year>{YEAR})|,{S}(?P<year2>{YEAR}))?(?![\w-])",
    ),
    ("dates.bare-month", "M", r"{PRE_}(?P<month>{MONTH})(?!\w)"),
    (
        "dates.bare-year",
        "NU",
        r"{AT_}(?:year{S})?(?P<year>{YEAR})(?:(?:-(?!0\d\b|1[0-2]\b)|–)(?P<to>\d\d(?:\d\d)?)(?!\d))?(?![\w/-])",
    ),
    (
        "dates.the-unit",
        "U",
        r"(?:{PRE}{S}(?:in{S})?|{EDGE}{S})?[Tt]he{S}(?:full{S})?(?:fiscal{S})?(?P<unit>day|week|weekend|month|quarter|year|period|decade|century)(?![\w-])(?P<way>{S}(?:before|after|earlier|later)\b)?",
    ),
    ("dates.vague", "X", r"(?P<word>{VAGUE})(?![\w-])"),
)


def fill(pattern: str, fragments: Mapping[str, str]) -> str:
    """Return a pattern with the fragments it names filled in.

    >>> fill(r"{WORD}\\d{2}", {"WORD": "(?:May)"})
    '(?:May)\\\\d{2}'
    """
    own = {
        "AT_": r"(?:{PRE}(?:{S}|-)(?:in{S})?(?:the{S})?|[Mm]id-|{EDGE}{S}(?:the{S})?)?",
        "AMOUNT_": _AMOUNT,
        "UNITS_": _UNITS,
        "BEFORE": r"(?:(?:{PRE}(?:{S}|-)(?:in{S})?|[Mm]id-|{EDGE}{S})?(?:[Tt]he{S})?(?:{PRE}(?:{S}|-)|[Mm]id-)?)",
        "PRE_": r"(?:{PRE}(?:{S}|-)(?:in{S}|on{S})?|[Mm]id-|{EDGE}{S})?",
        "PART_": _PART,
        "QUARTER": _QUARTER,
    }
    names = {**fragments, **own}
    while re.search(r"\{[A-Z]\w*\}", pattern):
        pattern = re.sub(r"\{([A-Z]\w*)\}", lambda m: names[m[1]], pattern)
    return pattern
