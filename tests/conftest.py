"""What every test shares: the test environment, cheap password hashing, the profile of hypothesis, and one browser."""

import os
from collections.abc import Iterator

os.environ["DOELSPOOR_OMGEVING"] = "test"

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from app.services.accounts.wachtwoorden import stel_kosten_in
from tests import voorwaarden

stel_kosten_in(time_cost=1, memory_cost=8)

settings.register_profile("doelspoor", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "doelspoor")

BROWSER_ARGUMENTEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process: Playwright refuses to be started a second time beside the first."""
    pad = voorwaarden.chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=pad, args=BROWSER_ARGUMENTEN)
        yield browser
        browser.close()
