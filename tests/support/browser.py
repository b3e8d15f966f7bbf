"""A real browser without a window, for pages to be opened, read and printed."""

import html
import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PDFTOTEXT = shutil.which("pdftotext")
PAPER = {"a4": "size: 210mm 297mm;", "letter": "size: 8.5in 11in;"}

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # what the browser wants for itself finds nothing either
)


def axe_script() -> Path | None:
    """Find axe-core, where it is installed."""
    found = importlib.util.find_spec("axe_core_python")
    places = found.submodule_search_locations if found else None
    return Path(next(iter(places))) / "axe.min.js" if places else None


def open_page(page: str, folder: Path, *options: str) -> str:
    """Open a page and give what the browser writes."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [CHROMIUM or "chromium", *_QUIET, profile, *options, file.as_uri()]
    home = {**os.environ, "HOME": str(folder)}  # a browser keeps more than its profile
    return subprocess.run(command, capture_output=True, check=True, timeout=120, text=True, env=home).stdout


def printed(page: str, paper: str, folder: Path) -> list[str]:
    """Print a page on a paper and read each sheet back as text."""
    sized = page.replace("</style>", f"@page {{ {PAPER[paper]} }}\n</style>")
    file = folder / "page.pdf"
    open_page(sized, folder, "--no-pdf-header-footer", f"--print-to-pdf={file}")
    command = [PDFTOTEXT or "pdftotext", "-layout", str(file), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60, text=True).stdout
    return text.removesuffix("\f").split("\f")


def paper_size(folder: Path) -> tuple[int, int]:
    """Measure the paper of the page printed last, in points."""
    command = ["pdfinfo", str(folder / "page.pdf")]
    told = subprocess.run(command, capture_output=True, check=True, timeout=60, text=True).stdout
    found = re.search(r"Page size: +([\d.]+) x ([\d.]+)", told)
    assert found is not None
    return round(float(found[1])), round(float(found[2]))


def violations(page: str, axe: Path, folder: Path) -> tuple[list[str], int]:
    """Read a page as axe does: what is wrong, and how many rules it passes.

    The page itself allows no script, so its policy is taken out for the reading only.
    """
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    assert policy.search(page)
    shutil.copy(axe, folder / "axe.js")
    reading = (
        '<script src="axe.js"></script><script>axe.run().then(told => {'
        "const answer = document.createElement('pre'); answer.id = 'told';"
        "answer.textContent = JSON.stringify({passes: told.passes.length, violations: told.violations.map("
        "one => one.id + ': ' + one.nodes.map(node => node.html).join(' '))});"
        "document.body.replaceChildren(answer); });</script></body>"
    )
    opened = policy.sub("", page).replace("</body>", reading)
    dom = open_page(opened, folder, "--virtual-time-budget=20000", "--dump-dom")
    found = re.search(r'<pre id="told">(.*?)</pre>', dom, re.DOTALL)
    assert found is not None, "axe did not answer"
    told = json.loads(html.unescape(found[1]))
    return list(told["violations"]), int(told["passes"])


def requests(page: str, folder: Path) -> list[str]:
    """List what a page asked for over a network; what the browser wants for itself has no origin."""
    log = folder / "net.json"
    open_page(page, folder, f"--log-net-log={log}", "--virtual-time-budget=3000", "--dump-dom")
    told = log.read_text(encoding="utf-8", errors="replace")
    asked = re.findall(r'"initiator":"([^"]*)"[^\n]*?"url":"((?:https?|wss?|ftp)://[^"]*)"', told)
    return sorted({url for initiator, url in asked if initiator != "not an origin"})
