"""The option that names a folder of somebody's own knowledge, the same for every command that answers."""

from pathlib import Path
from typing import Annotated

import typer

KnowledgeFolder = Annotated[Path | None, typer.Option("--knowledge", help="An additional knowledge folder.")]
