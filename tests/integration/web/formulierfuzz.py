"""What an attacker or a broken browser sends to a form: always the same for the same seed."""

import random
from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes

from lxml import html
from werkzeug.test import TestResponse

Velden = list[tuple[str, bytes]]

WAARDEN = (
    b"",
    b" ",
    b"\x00",
    b"tekst\x00met een nul",
    b"\xed\xa0\x80",  # a lone surrogate
    b"\xff\xfe\xfa",
    b"9" * 40,
    b"-1",
    b"0",
    b"2147483648",
    b"9223372036854775808",
    b"1e999",
    b"NaN",
    b"Infinity",
    b"1.234,5",
    b"2020-13-45",
    b"0000-00-00",
    b"99999-01-01",
    b"2019-H3",
    b"x" * 60_000,
    "😀".encode() * 300,
    "\u202eomgekeerd\u200b".encode(),
    b"<script>alert(1)</script>",
    b"\" onmouseover=\"alert(1)' x='",
    b"{{ 7*7 }}{% raw %}",
    b"' OR 1=1 --",
    b"%s%n%x{0}",
    b"=cmd()|' /C calc'!A0",
    b"../../../../etc/passwd",
    b"javascript:alert(1)",
    b"//kwaad.example",
    b"[]",
    b'{"a": [1, null]}',
    b'{"tekst": {"__class__": 1}}',
    b"[" * 2_000,
    b"null",
    b"on",
    b"regel\r\nSet-Cookie: a=b",
    b"jan@voorbeeld.example",
)
NAMEN = ("", "id", "organisatie_id", "rol", "__proto__", "csrf_token[]", "tekst[0][x]", "actie", "n" * 3_000, "\x00")


@dataclass
class Formulieren:
    """Per address the fields of the forms that go there, as the pages show them."""

    per_adres: dict[str, list[Velden]] = field(default_factory=dict)
    namen: set[str] = field(default_factory=set)

    def leer(self, adres: str, pagina: TestResponse) -> None:
        if pagina.mimetype != "text/html" or pagina.status_code != 200:
            return
        for formulier in html.document_fromstring(pagina.get_data(as_text=True)).xpath("//form"):
            if (formulier.get("method") or "").lower() != "post":
                continue
            velden = [
                (naam, (waarde or "").encode()) for naam, waarde in formulier.form_values() if naam != "csrf_token"
            ]
            knoppen = [(k.get("name"), (k.get("value") or "").encode()) for k in formulier.xpath(".//button[@name]")]
            naar = (formulier.get("action") or adres).partition("?")[0]
            self.per_adres.setdefault(naar, []).append(velden + knoppen[:1])
            self.namen |= {naam for naam, _ in velden}

    def velden(self, adres: str, toeval: random.Random) -> Velden:
        """Of a form that goes there; of a form that nobody saw, some names that exist elsewhere."""
        if bekend := self.per_adres.get(adres.partition("?")[0]):
            return list(toeval.choice(bekend))
        namen = toeval.sample(sorted(self.namen), k=min(6, len(self.namen)))
        return [(naam, toeval.choice(WAARDEN)) for naam in namen]


@dataclass(frozen=True)
class Zending:
    lichaam: bytes
    soort: str


def maak_zending(velden: Velden, token: str, toeval: random.Random) -> Zending:
    """Mostly with a good token: without it nothing behind the first door is reached."""
    for _ in range(toeval.randint(1, 4)):
        velden = _verander(velden, toeval)
    if toeval.random() < 0.9:
        velden = [*velden, ("csrf_token", token.encode())]
    elif toeval.random() < 0.5:
        velden = [*velden, ("csrf_token", toeval.choice(WAARDEN))]
    return _verpak(velden, toeval)


def _verander(velden: Velden, toeval: random.Random) -> Velden:
    uit = list(velden)
    keuze = toeval.randrange(6)
    if uit and keuze < 3:
        plek = toeval.randrange(len(uit))
        uit[plek] = (uit[plek][0], toeval.choice(WAARDEN))
    elif uit and keuze == 3:
        del uit[toeval.randrange(len(uit))]
    elif uit and keuze == 4:
        naam, _ = toeval.choice(uit)
        uit += [(naam, toeval.choice(WAARDEN)) for _ in range(toeval.choice([1, 2, 200]))]
    else:
        uit.append((toeval.choice(NAMEN), toeval.choice(WAARDEN)))
    return uit


def _verpak(velden: Velden, toeval: random.Random) -> Zending:
    keuze = toeval.random()
    if keuze < 0.8:
        return Zending(_als_formulier(velden), "application/x-www-form-urlencoded")
    if keuze < 0.9:
        return Zending(_als_delen(velden, toeval), "multipart/form-data; boundary=grens")
    soort = toeval.choice(
        ["application/json", "text/plain", "application/xml", "", "multipart/form-data", "text/html; charset=utf-7"]
    )
    return Zending(_als_formulier(velden), soort)


def _als_formulier(velden: Velden) -> bytes:
    return "&".join(f"{quote_from_bytes(n.encode())}={quote_from_bytes(w)}" for n, w in velden).encode()


def _als_delen(velden: Velden, toeval: random.Random) -> bytes:
    """Now and then a field is a file, or the end is missing."""
    delen = []
    for naam, waarde in velden:
        bestand = '; filename="x.docx"' if toeval.random() < 0.2 else ""
        kop = f'--grens\r\nContent-Disposition: form-data; name="{naam}"{bestand}\r\n\r\n'
        delen.append(kop.encode() + waarde + b"\r\n")
    einde = b"--grens--\r\n" if toeval.random() < 0.8 else b""
    return b"".join(delen) + einde
