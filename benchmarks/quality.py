"""Print every figure of quality, with its floor and goal, on annotated data that you have.

    python benchmarks/quality.py FOLDER [area ...] [--errors] [--check]

FOLDER holds `scoreboard.py` (with its scorers and goals) and `data/`. Annotated news belongs to its publishers, so
none comes with newsnorm; without a folder this says so and measures nothing. docs/accuracy.md tells what was measured.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__)
        return 0
    scoreboard = Path(sys.argv[1]) / "scoreboard.py"
    if not scoreboard.is_file():
        print(f"{scoreboard} is not there: allowed is a folder with scoreboard.py and data/", file=sys.stderr)
        return 2
    return subprocess.run([sys.executable, str(scoreboard), *sys.argv[2:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
