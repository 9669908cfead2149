"""Where the documents of these tests go."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documenten")
