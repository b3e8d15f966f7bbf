"""Pages for a browser: whole in one file, nothing fetched, nothing run."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from magadvisor.model.printable import printable
from magadvisor.render.handout.sheet import Sheet
from magadvisor.render.parts import Page
from magadvisor.render.runs import runs
from magadvisor.render.tables import Sheet as TableSheet
from magadvisor.render.tables import turned


def html(page: Page) -> str:
    """Write a page as one HTML file."""
    return fill("page.html", page=page, runs=runs)


def table(sheet: TableSheet) -> str:
    """Write a page with a table as one HTML file."""
    return fill("table.html", page=sheet, rows=turned(sheet.table), runs=runs)


def handout(sheet: Sheet) -> str:
    """Write a sheet to print and take along."""
    return fill("handout.html", sheet=sheet)


def fill(template: str, **parts: object) -> str:
    """Fill a template; every text is escaped and made visible, and the file is plain ASCII."""
    told = _environment().get_template(template).render(**parts)
    return told.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("magadvisor.render", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """Make unseen characters of a text visible; what the templates themselves wrote stays."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
