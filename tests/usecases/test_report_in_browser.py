"""The page of every kind of report in a real browser: axe finds nothing that shuts anybody out."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import axe_core_python
import pytest

from tests.usecases.a_report import a_report
from tests.usecases.kinds import KINDS, report_of_kind
from tests.usecases.small_year import a_small_year
from tracker.reports.writing import FORMATS

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)
AXE = Path(axe_core_python.__file__).with_name("axe.min.js")
RUN = (
    "axe.run({resultTypes:['violations']}).then(r => {const p=document.createElement('pre');"
    "p.id='axe';p.textContent=JSON.stringify({rules:r.passes.map(v=>v.id),"
    "title:document.title,"
    "dark:matchMedia('(prefers-color-scheme: dark)').matches,"
    "violations:r.violations.map(v=>[v.id,v.nodes[0].html])});document.body.append(p)})"
)
pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium here: the page is not looked at in a browser"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return a_small_year(tmp_path_factory.mktemp("year"), places=True)


def looked_at(report, folder, *, dark=False):
    """What axe says of a page: its rules for WCAG 2 A and AA, and its best practices."""
    page = FORMATS[".html"](report).decode()
    return with_axe(page, folder, dark=dark)


def with_axe(page, folder, *, dark=False, width=1280):
    scripts = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{RUN}</script></body>"
    place = folder / "page.html"
    place.write_text(page.replace("</body>", scripts), encoding="utf-8")
    wanted = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", wanted]
    options.append(f"--window-size={width},900")
    profile = f"--user-data-dir={folder / 'profile'}"
    dumped = subprocess.run(
        [BROWSER, *options, profile, "--dump-dom", place.as_uri()],
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout  # fmt: skip
    return json.loads(unescape(re.search(r'<pre id="axe">(.*?)</pre>', dumped, re.DOTALL)[1]))


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_any_kind_of_report(store, tmp_path, kind, lang):
    found = looked_at(report_of_kind(store, kind, lang), tmp_path)
    assert found["violations"] == []
    assert {"html-has-lang", "page-has-heading-one", "td-headers-attr"} <= set(found["rules"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_everything_is_awkward(tmp_path, scheme):
    found = looked_at(a_report(), tmp_path, dark=scheme == "dark")
    assert found["violations"] == []
    assert found["dark"] == (scheme == "dark")
    assert "svg-img-alt" in found["rules"]


def test_on_a_narrow_screen_charts_keep_letters_that_can_be_read_and_axe_is_content(tmp_path):
    """They are wider than the screen then, and can be moved by keys."""
    asked = "document.querySelector('svg.chart').getBoundingClientRect().width"
    page = FORMATS[".html"](a_report()).decode()
    marked = f"<script>document.title=String(Math.round({asked}))</script></body>"
    found = with_axe(page.replace("</body>", marked), tmp_path, width=500)
    assert found["violations"] == []
    assert "scrollable-region-focusable" in found["rules"]
    assert found["title"] == "544"


def test_axe_would_find_a_page_without_language_and_a_chart_without_words(tmp_path):
    """Else nothing is looked at."""
    page = FORMATS[".html"](a_report()).decode()
    broken = page.replace('<html lang="sv">', "<html>").replace("aria-labelledby", "data-was")
    broken = re.sub(r"<title id=.*?</title>", "", broken)
    rules = {rule for rule, _ in with_axe(broken, tmp_path)["violations"]}
    assert {"html-has-lang", "svg-img-alt"} <= rules
