"""Build the documentation: ``sphinx-build -W -n docs docs/_build/html``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import rule_pages

import newsnorm

project = "newsnorm"
author = "The newsnorm authors"
copyright = "2026, The newsnorm authors"
version = release = newsnorm.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsnorm {release}"
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3

default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": False}
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
maximum_signature_line_length = 100
python_use_unqualified_type_names = True
nitpick_ignore_regex = [
    ("py:.*", r"(datetime|pathlib|collections|typing|regex)\..*"),
    ("py:.*", r"(date|datetime|Path|Iterable|Sequence|Mapping|Unpack|Literal|optional)"),
]

rule_pages.write(Path(__file__).parent / "_build" / "rules.md")


def public_name(app: Any, env: Any, node: Any, content: Any) -> Any:
    """Send a reference to the place of definition (newsnorm.rules.Rules) to the public name (newsnorm.Rules)."""
    name = node.get("reftarget", "").rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in newsnorm.__all__:
        return None
    found = env.get_domain("py").find_obj(env, "newsnorm", None, name, None, 1)
    if not found:
        return None
    page = found[0][1]
    return app.builder and _reference(app, node, content, page)


def _reference(app: Any, node: Any, content: Any, page: Any) -> Any:
    from sphinx.util.nodes import make_refnode

    return make_refnode(app.builder, node["refdoc"], page.docname, page.node_id, content)


def setup(app: Any) -> None:
    """Tell Sphinx of what stands here."""
    app.connect("missing-reference", public_name)
