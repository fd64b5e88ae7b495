"""Train the boilerplate model from articles with their dirty text, and write its weights as JSON.

    python scripts/train_boilerplate.py DATA.jsonl [DATA.jsonl ...] --out src/newsnorm/data/any/boilerplate_model.json

A line of data is an object with ``text`` (what a pipeline has), ``gold`` (the article), ``source`` ("corpus:tool") and
``site``, ``id``. The script needs scikit-learn; newsnorm does not. No text is written, only weights of features and of
words that many sites use.

1. The rules take what they take; what they leave is labelled by an alignment with the article: a unit is the
   article's if half of its words stand in the chain of runs that matches the article best.
2. Sites are dealt to five folds. Each fold is judged by a model that was trained on the others; the thresholds are the lowest at which
   the judgements on unseen sites lose at most ``--lost`` of the article words and touch at most ``--touched`` of the
   articles, in the mean over the corpora.
3. The model that is written is trained on all sites, and keeps the features that weigh most within ``--bytes``.
"""

from __future__ import annotations

import argparse
import json
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newsnorm.boilerplate.features import EVIDENCE, FAMILIES, Surroundings, signs
from newsnorm.boilerplate.find import left_open
from newsnorm.boilerplate.look import Look, look
from newsnorm.boilerplate.model import FURNITURE, GROUPS, PLACES, SHORT, cues, family_key, group, is_open, together
from newsnorm.boilerplate.units import units
from newsnorm.boilerplate.zones import zones

PAGES = {"html_text", "inscriptis", "html2txt", "bs4_text", "bs4_glued"}  # tools that give whole pages
FOLDS = 5
RUN = 3  # words of a run that is taken for the article's
SHARES = (0.8, 0.3, 0.3, 0.34, 0.03)  # of the loss that each group of units may have


@dataclass(slots=True)
class Text:
    """Hold the units of a text that the rules leave open: features, words, and how many of them are the article's."""

    corpus: str
    page: bool
    site: str
    article: str
    around: Surroundings
    features: list[list[object]]
    judged: list[bool]
    groups: list[int]
    words: list[int]
    own: list[int]
    have: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cues", type=int, default=600, help="words and pairs of words to weigh")
    parser.add_argument("--keep", type=float, default=3.0, help="weight of keeping a unit against removing one")
    parser.add_argument("--extracted", type=float, default=3.0, help="weight of extractor output against a page")
    parser.add_argument("--strength", type=float, default=0.05, help="inverse of the regularization")
    parser.add_argument("--lost", type=float, default=0.001, help="mean share of article words that may be lost")
    parser.add_argument(
        "--touched", type=float, default=0.04, help="mean share of extracted articles that may lose a word"
    )
    parser.add_argument("--bytes", type=int, default=58_000, help="size of the file")
    args = parser.parse_args()
    texts = [read for path in args.data for read in read_texts(path)]
    print(f"{len(texts)} texts, {sum(len(t.words) for t in texts)} units")
    scores = judged_unseen(texts, args)
    thresholds = choose(texts, scores, args.lost, args.touched)
    vocabulary, weights, bias = train(texts, args)
    write(args, vocabulary, weights, bias, thresholds)


# ---- reading and labelling


def read_texts(path: Path) -> Iterator[Text]:
    """Yield the texts of a file, but for those that hold less than half of their article."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gold = [token for unit in units(row["gold"]) for token in look(unit).said.split()]
            every = [look(unit) for unit in units(row["text"])]
            if sum(match(every, gold)) < len(gold) / 2:
                continue
            left, taken = left_open(row["text"])
            core = zones(left)
            around = Surroundings.of(left, core, taken)
            corpus, _, tool = row["source"].partition(":")
            yield Text(
                corpus, tool in PAGES, row.get("site") or f"{corpus}/{row['id']}", f"{corpus}/{row['id']}", around,
                [features_of(unit, signs(index, around)) for index, unit in enumerate(left)],
                [is_open(index, around) for index in range(len(left))],
                [group(index, core, len(taken) >= FURNITURE) for index in range(len(left))],
                [unit.size for unit in left], match(left, gold), len(gold),
            )  # fmt: skip


def features_of(unit: Look, value: Sequence[int]) -> list[object]:
    """Return the model's features as keys: (family, combination) and (word, in prose)."""
    families: list[object] = [
        (number, family_key(value, places))
        for number, places in enumerate(PLACES)
        if number not in EVIDENCE or value[places[0]]
    ]
    return families + [(cue, unit.words > SHORT) for cue in cues(unit)]


def match(left: Sequence[Look], gold: Sequence[str]) -> list[int]:
    """Return how many words of each unit stand in the chain of units that matches the article best."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(gold) - RUN + 1):
        places[tuple(gold[at : at + RUN])].append(at)
    short: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(gold):
        short[token].append(at)
    candidates: list[tuple[int, int, int]] = []  # unit, place in the article, words
    for index, unit in enumerate(left):
        candidates += [(index, at, words) for at, words in found(unit.said.split(), gold, places, short)]
    own = [0] * len(left)
    for index, words in heaviest_chain(candidates):
        own[index] = words
    return own


def found(
    tokens: Sequence[str], gold: Sequence[str], places: dict[tuple[str, ...], list[int]], short: dict[str, list[int]]
) -> Iterable[tuple[int, int]]:
    """Return where in the article a unit may stand, and how many of its words do."""
    size = len(tokens)
    if size < RUN:
        starts = short.get(tokens[0], ()) if tokens else ()
        return [(at, size) for at in starts if list(gold[at : at + size]) == list(tokens)][:20]
    votes: Counter[int] = Counter()
    for at in range(size - RUN + 1):
        for place in places.get(tuple(tokens[at : at + RUN]), ())[:20]:
            votes[place - at] += 1
    return [(start, min(size, hits + RUN - 1)) for start, hits in votes.most_common(5)]


def heaviest_chain(candidates: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return the units of the heaviest chain whose places in the article rise, with their words."""
    ends: list[int] = [-1 << 30]  # places, rising, with the heaviest chain that ends there
    best: list[tuple[int, int]] = [(0, -1)]
    links: list[tuple[int, int, int]] = []
    at = 0
    while at < len(candidates):
        unit, fresh = candidates[at][0], []
        while at < len(candidates) and candidates[at][0] == unit:
            _, place, words = candidates[at]
            weight, link = best[bisect_left(ends, place + 1) - 1]
            links.append((link, unit, words))
            fresh.append((place + max(0, words - 1), weight + words, len(links) - 1))
            at += 1
        for place, weight, link in fresh:
            insert(ends, best, place, weight, link)
    chain, link = [], best[-1][1]
    while link >= 0:
        link, unit, words = links[link]
        chain.append((unit, words))
    return chain


def insert(ends: list[int], best: list[tuple[int, int]], place: int, weight: int, link: int) -> None:
    at = bisect_left(ends, place + 1)
    if best[at - 1][0] >= weight:
        return
    ends.insert(at, place)
    best.insert(at, (weight, link))
    while at + 1 < len(ends) and best[at + 1][0] <= weight:
        del ends[at + 1], best[at + 1]


# ---- training


def train(texts: Sequence[Text], args: argparse.Namespace) -> tuple[dict[object, int], np.ndarray, float]:
    """Return the features with their columns, the weights and the bias."""
    words = cue_words(texts, args.cues)
    counts: Counter[object] = Counter()
    for text in texts:
        for row in text.features:
            counts.update(key for key in row if isinstance(key[0], int) or key[0] in words)
    vocabulary = {key: column for column, key in enumerate(sorted((k for k, n in counts.items() if n >= 30), key=repr))}
    share = Counter((text.article, text.page) for text in texts)
    labels, importance = [], []
    for text in texts:
        vote = (1 if text.page else args.extracted) / share[text.article, text.page]
        for own, size in zip(text.own, text.words, strict=True):
            goes = 2 * own < size
            labels.append(goes)
            importance.append(math.sqrt(min(size, 60) or 1) * (1 if goes else args.keep) * vote)
    model = LogisticRegression(C=args.strength, max_iter=300)
    model.fit(matrix(texts, vocabulary), labels, sample_weight=importance)
    weights = model.coef_[0]
    for key, column in vocabulary.items():
        if isinstance(key[0], int) and key[0] in EVIDENCE:
            weights[column] = max(0.0, weights[column])
    return vocabulary, weights, float(model.intercept_[0])


def cue_words(texts: Sequence[Text], most: int) -> frozenset[str]:
    """Return the words and pairs that tell most, of those that at least a dozen sites use."""
    sites: dict[str, set[str]] = defaultdict(set)
    seen: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    for text in texts:
        for row, own, size in zip(text.features, text.own, text.words, strict=True):
            for key in row:
                if isinstance(key[0], str) and key[0].replace(" ", "").isalpha():
                    sites[key[0]].add(text.site)
                    seen[2 * own < size][key[0]] += 1
    ratio = sum(seen[False].values()) / max(1, sum(seen[True].values()))

    def telling(word: str) -> float:
        odds = (seen[True][word] + 3) / (seen[False][word] + 3) * ratio
        return abs(math.log(odds)) * math.sqrt(len(sites[word]))

    often = [word for word, where in sites.items() if len(where) >= 12]
    return frozenset(sorted(often, key=lambda word: (-telling(word), word))[:most])


def matrix(texts: Sequence[Text], vocabulary: dict[object, int]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for text in texts:
        for row in text.features:
            columns += [vocabulary[key] for key in row if key in vocabulary]
            ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(vocabulary)))


def judged_unseen(texts: Sequence[Text], args: argparse.Namespace) -> list[np.ndarray]:
    """Return the scores of all units, each by a model that has not seen its site."""
    scores: list[np.ndarray] = [np.zeros(0)] * len(texts)
    for fold in range(FOLDS):
        seen = [text for text in texts if fold_of(text.site) != fold]
        vocabulary, weights, bias = train(seen, args)
        for index, text in enumerate(texts):
            if fold_of(text.site) == fold:
                scores[index] = as_judged(text, matrix([text], vocabulary) @ weights + bias)
    return scores


def as_judged(text: Text, scores: np.ndarray) -> np.ndarray:
    """Return the scores as the model judges by them."""
    judged = together({index: score for index, score in enumerate(scores) if text.judged[index]}, text.around)
    return np.array([judged.get(index, -math.inf) for index in range(len(scores))])


def fold_of(site: str) -> int:
    return int(md5(site.encode()).hexdigest(), 16) % FOLDS


# ---- thresholds


def choose(texts: Sequence[Text], scores: Sequence[np.ndarray], lost: float, touched: float) -> list[float]:
    """Return the lowest threshold of each group of units that loses little on unseen sites of every corpus."""
    chosen: list[float] = []
    for number, name in enumerate(GROUPS):
        for threshold in np.arange(0.5, 8.01, 0.1):
            figures = {
                (corpus, page): figure(texts, scores, corpus, page, number, threshold)
                for corpus, page in sorted({(text.corpus, text.page) for text in texts})
            }
            if holds(list(figures.items()), lost * SHARES[number], touched * SHARES[number]):
                break
        chosen.append(float(threshold))
        print(f"{name}: threshold {threshold:.1f}")
        for (corpus, page), (goes, share, touches) in figures.items():
            kind = "page" if page else "extracted"
            print(f"  {corpus:8s} {kind:10s} removed {goes:.3f} lost {share:.4f} touched {touches:.3f}")
    return chosen


def holds(figures: list[tuple[tuple[str, bool], tuple[float, float, float]]], lost: float, touched: float) -> bool:
    """Tell whether the mean over the corpora is within bounds; whole pages may lose three times as much."""
    lost_extracted = [share for (_, page), (_, share, _) in figures if not page]
    lost_pages = [share for (_, page), (_, share, _) in figures if page]
    touched_extracted = [touches for (_, page), (_, _, touches) in figures if not page]
    return (
        sum(lost_extracted) <= lost * len(lost_extracted)
        and sum(lost_pages) <= 3 * lost * len(lost_pages)
        and sum(touched_extracted) <= touched * len(touched_extracted)
    )


def figure(
    texts: Sequence[Text], scores: Sequence[np.ndarray], corpus: str, page: bool, number: int, threshold: float
) -> tuple[float, float, float]:
    """Return the share of residue removed, of article words lost, and of texts that lose any."""
    removed = residue = lost = have = touched = count = 0
    for text, score in zip(texts, scores, strict=True):
        if (text.corpus, text.page) != (corpus, page):
            continue
        count, have, before = count + 1, have + text.have, lost
        for size, own, judged, belongs, value in zip(
            text.words, text.own, text.judged, text.groups, score, strict=True
        ):
            residue += size - own
            if judged and belongs == number and value > threshold:
                removed += size - own
                lost += own
        touched += lost > before
    return removed / max(1, residue), lost / max(1, have), touched / max(1, count)


# ---- writing


def write(
    args: argparse.Namespace,
    vocabulary: dict[object, int],
    weights: np.ndarray,
    bias: float,
    thresholds: Sequence[float],
) -> None:
    """Write the weights that matter most, in hundredths, as many as the size allows."""
    ordered = sorted(vocabulary, key=lambda key: (-abs(weights[vocabulary[key]]), repr(key)))
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high + 1) // 2
        size = len(as_json(ordered[:middle], vocabulary, weights, bias, thresholds).encode())
        low, high = (middle, high) if size <= args.bytes else (low, middle - 1)
    args.out.write_text(as_json(ordered[:low], vocabulary, weights, bias, thresholds), encoding="utf-8")
    print(f"{low} of {len(ordered)} features, least weight {abs(weights[vocabulary[ordered[low - 1]]]):.3f}")


def as_json(
    keys: Sequence[object],
    vocabulary: dict[object, int],
    weights: np.ndarray,
    bias: float,
    thresholds: Sequence[float],
) -> str:
    families: dict[str, dict[str, int]] = {" × ".join(family): {} for family in FAMILIES}
    words: dict[str, list[int]] = {}
    for key in sorted(keys, key=repr):
        weight = round(100 * float(weights[vocabulary[key]]))
        if not weight:
            continue
        if isinstance(key[0], int):
            families[" × ".join(FAMILIES[key[0]])][str(key[1])] = weight
        else:
            words.setdefault(key[0], [0, 0])[key[1]] = weight
    data = {
        "bias": round(100 * bias), "thresholds": {name: round(100 * threshold) for name, threshold in zip(GROUPS, thresholds, strict=True)},
        "families": families, "words": dict(sorted(words.items())),
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"') + "\n"


if __name__ == "__main__":
    main()
