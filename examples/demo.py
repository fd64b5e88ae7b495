"""Show an article before and after cleaning, and what was done: ``python demo.py FILE PUBLISHED``."""

import sys
from pathlib import Path

import newsnorm


def main() -> None:
    path, published = Path(sys.argv[1]), sys.argv[2]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    result = newsnorm.explain(path.read_text(encoding="utf-8"), published=published)
    show(f"before: {path}, published {published}", result.original)
    show("after", result.text)
    show(
        "why", "\n".join(sorted({f"{rule}: {result.rules[rule].why}" for edit in result.edits for rule in edit.rules}))
    )


def show(title: str, text: str) -> None:
    print(f"{f' {title} ':─^100}\n\n{text.strip()}\n")


if __name__ == "__main__":
    main()
