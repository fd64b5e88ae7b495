"""Laws of encoding repair: whatever mishap a text went through, what comes out is the text that went in."""

from __future__ import annotations

import json

import ftfy.bad_codecs  # noqa: F401 - registers sloppy-windows-1252, the mistake that most software makes
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.edits import apply, in_order
from newsnorm.encoding import encoding_edits

ANY = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=120)
SHARDS = st.sampled_from(
    [
        *("&amp;", "&", "amp;", "&#8217;", "&#x2019", "&ldquo", "&nbsp;", "&#146;", "lt;", "#38;", "&amp;amp;quot;"),
        *(
            "â€œ",
            "â€™",
            "â€\u009d",
            "â€",
            "Ã©",
            "Ã",
            "Â",
            "Â ",
            "Ã¢â‚¬â„¢",
            "РџСЂ",
            "‚Äô",
            "√©",
            "É”",
            "é”’",
            "Ô",
            "Å‚",
        ),
        *(
            "\x93",
            "\x92",
            "\x85",
            "\x81",
            "\ufffd",
            "â??",
            "\xa0",
            "\u200b",
            "\u200d",
            "\u200c",
            "\ufeff",
            "\xad",
            "\u2028",
        ),
        *(
            "\r",
            "\n",
            "\r\n",
            "\x00",
            "\x1b[1m",
            "\ud83d",
            "\ude00",
            "<b>",
            "</b>",
            "`",
            "http://a.b/?c&d=",
            "\U0001f469",
        ),
        *("?", "??", "n?t", "word?s", "?word", "word,? ", " ? ", "rock ?n? roll"),
        *("t", "s", "word", "é", "“", "”", "’", '"', "'", " ", " ", ".", ",", "क", "م", "Кот"),
    ]
)
TEXT = ANY | st.lists(SHARDS, max_size=24).map("".join)

# Sentences as they should be: nothing in them may be taken for damage.
SOUND = [
    "“We won’t,” she said – ‘not now’… 100 €",
    "Le « café » n’est pas là‑bas, ça où ?".replace("‑", "-"),
    "„Größe“, sagte er, ‚über‘ alles: Äußerstes – Übung",
    "El «niño» comió aquí, ¿qué? ¡Sí!",
    "A “nação” não são só ações, é irmã",
    "«Città» è perché più",
    "Zażółć „gęślą” jaźń – łódź",
    "Příliš „žluťoučký“ kůň úpěl",
    "Árvíztűrő „tükörfúrógép”",
    "”Ångström”, sade Örjan på ön",
    "»Æblegrød«, sagde Søren på åen",
    "Şişli’de “ığdır” çok güzel",
    "Это «съешь же ещё» этих булок",
    "Це «п’ять» їжаків і ґанок",
    "Αυτό είναι «ελληνικά» ώστε",
    "זה “עברית” ו־צה״ל",
    "هذا «عربي» تمامًا، می‌خواهم",
    "यह ‘हिन्दी’ है क्‍ष",
    "นี่คือ “ภาษาไทย”",
    "这是“中文”，对吧？《书》",
    "これは「日本語」です…",
    "이것은 “한국어”입니다",
    "Þetta er „íslenska“ með ð og æ",
    "Đây là “tiếng Việt” đẹp",
]
NAMED = {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", "–": "&ndash;", "é": "&eacute;", "€": "&euro;"}


def repaired(text: str) -> str:
    return apply(text, encoding_edits(text))


def mojibake(text: str) -> str:
    return text.encode("utf-8").decode("sloppy-windows-1252")


@given(TEXT)
@example("«Ã©'x")
@example("&#38;ldquo;")
@example("é”’")
@example("â€\ufffd")
def test_any_text_is_repaired_once_and_for_all(text: str) -> None:
    once = repaired(text)
    assert encoding_edits(once) == []


@given(TEXT)
def test_edits_are_in_order_change_something_and_name_one_rule(text: str) -> None:
    edits = encoding_edits(text)
    assert in_order(edits, len(text)) == edits
    assert all(edit.new != text[edit.start : edit.end] and len(edit.rules) == 1 for edit in edits)


@given(st.lists(st.sampled_from(SOUND), min_size=1, max_size=4))
def test_sound_text_is_never_repaired(sentences: list[str]) -> None:
    assert encoding_edits("\n\n".join(sentences)) == []


ENGLISH = st.lists(
    st.sampled_from(
        ["“We won’t,” she said.", "the dockers’ call", "a café in Malmö", "5 € – or not…", "‘Yes’", "it’s"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


MARKED = st.lists(
    st.sampled_from(
        [
            "“We won’t,” she said.",
            "“Is it so?” he asked.",
            "Is it so? Nobody knew.",
            "The “green belt” is shut – for now.",
            "The writers’ strike is over.",
            "He said: “They’re gone.” Who knows?",
            "“It was late.\n\n“Nobody came,” he said.",
            "They love rock ’n’ roll.",
            "“A fee,” she said, “of 15m.”",
        ]
    ),
    max_size=5,
)


@given(MARKED, st.sampled_from([" ", "\n", "\n\n"]))
def test_question_marks_in_the_place_of_marks_are_undone(sentences: list[str], between: str) -> None:
    text = between.join(["The mayor’s aide didn’t know.", *sentences])
    assert repaired(text.encode("ascii", "replace").decode("ascii")) == text


@given(ENGLISH)
def test_mojibake_is_undone_once_or_twice_over(text: str) -> None:
    assert repaired(mojibake(text)) == text
    assert repaired(mojibake(mojibake(text))) == text


@given(ENGLISH, ENGLISH)
def test_mojibake_in_a_part_of_a_text_is_undone(damaged: str, sound: str) -> None:
    assert repaired(f"{sound} {mojibake(damaged)}\n{sound}") == f"{sound} {damaged}\n{sound}"


@given(ENGLISH, st.sampled_from(["named", "decimal", "hexadecimal", "windows-1252"]))
def test_entities_are_undone(text: str, form: str) -> None:
    def entity(character: str) -> str:
        if character.isascii():
            return character
        if form == "named":
            return NAMED.get(character, character)
        if form == "windows-1252":
            return f"&#{character.encode('windows-1252')[0]};"
        return f"&#{ord(character)};" if form == "decimal" else f"&#x{ord(character):X};"

    damaged = "".join(map(entity, text))
    assert repaired(damaged) == text
    assert repaired(damaged.replace("&", "&amp;")) == text


@given(
    st.lists(ENGLISH, min_size=2, max_size=4),
    st.booleans(),
    st.integers(1, 2),
    st.sampled_from(["\n\n", "\n", "\r\n\r\n"]),
)
def test_a_text_that_was_written_as_json_is_read_back(
    paragraphs: list[str], ascii_alone: bool, times: int, between: str
) -> None:
    text = between.join(f'He said: "{paragraph}"' for paragraph in [*paragraphs, "😀"])
    written = text
    for _ in range(times):
        written = json.dumps(written, ensure_ascii=ascii_alone)[1:-1]
    assert repaired(written) == repaired(text)


PIECES = st.lists(
    st.sampled_from(["\\", "n", "r", "t", "u2019", "ud83d", "ude00", "x92", '"', "/", " ", "A", "b"]), max_size=14
)


@given(PIECES.map("".join))
@example(r"\n\nA\n")
def test_any_backslashes_are_read_once_and_for_all(text: str) -> None:
    once = repaired(text)
    assert encoding_edits(once) == []


@given(ENGLISH)
def test_windows_1252_read_as_latin_1_is_undone(text: str) -> None:
    assert repaired(text.encode("windows-1252").decode("latin-1")) == text


@given(ENGLISH, st.sampled_from(["\r\n", "\r", "\u2028"]), st.sampled_from(["\xa0", "\u202f", "\u2009"]))
def test_line_ends_and_spaces_become_plain(text: str, end: str, space: str) -> None:
    assert repaired(f"\ufeff{text}{end}{text}".replace(" ", space)) == f"{text}\n{text}"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="&\\?")))
def test_plain_ascii_has_nothing_to_repair(text: str) -> None:
    assert encoding_edits(text) == []
