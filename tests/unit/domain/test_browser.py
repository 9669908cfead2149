import pytest

from app.domain.browser import in_woorden

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"


@pytest.mark.parametrize(
    ("kenmerk", "woorden"),
    [
        (f"{WINDOWS} AppleWebKit/537 Chrome/140 Safari/537.36 Edg/140", "Edge op Windows"),
        (f"{WINDOWS} AppleWebKit/537 Chrome/140 Safari/537.36", "Chrome op Windows"),
        (f"{WINDOWS}; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox op Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604", "Safari op iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130 Safari/537", "Samsung Internet op Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 15) AppleWebKit/605 Version/18 Safari/605", "Safari op Mac"),
        ("curl/8.0", "Een browser"),
        ("", "Een browser"),
        ("<script>Linux" * 400, "Een browser op Linux"),
    ],
)  # fmt: skip
def test_browser_in_woorden(kenmerk: str, woorden: str) -> None:
    assert in_woorden(kenmerk) == woorden
    assert len(woorden) <= 80
