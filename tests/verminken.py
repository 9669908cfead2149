"""Makes hostile and broken files out of good ones, always the same ones for the same seed."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from functools import partial

from tests.unit.reading.pakket import delen, pak_in

STUKKEN = (b"9" * 30, b"-1", b'"', b"<c/>", b"<row/>", b"<w:tbl/>", b"<w:p/>", b"\xff", b"</w:p>", b"&amp;", b";;;")

Verminking = Callable[[bytes, random.Random], bytes]


def verminkt(inhoud: bytes, toeval: random.Random) -> bytes:
    """A few bytes changed, gone, doubled, or put in."""
    stuk = bytearray(inhoud)
    for _ in range(toeval.randint(1, 6)):
        plek = toeval.randrange(len(stuk))
        soort = toeval.randrange(4)
        if soort == 0:
            stuk[plek] = toeval.randrange(256)
        elif soort == 1:
            del stuk[plek : plek + toeval.randint(1, 40)]
        elif soort == 2:
            stuk[plek:plek] = stuk[plek : plek + toeval.randint(1, 80)]
        else:
            stuk[plek:plek] = toeval.choice(STUKKEN)
        stuk = stuk or bytearray(b"x")
    return bytes(stuk)


def afgekapt(inhoud: bytes, toeval: random.Random) -> bytes:
    return inhoud[: toeval.randrange(len(inhoud))]


def omgeklapt(inhoud: bytes, toeval: random.Random) -> bytes:
    """Single bits, as a bad disk does."""
    stuk = bytearray(inhoud)
    for _ in range(toeval.randint(1, 30)):
        stuk[toeval.randrange(len(stuk))] ^= 1 << toeval.randrange(8)
    return bytes(stuk)


def met_rommel(inhoud: bytes, toeval: random.Random) -> bytes:
    """Before, behind, or twice."""
    rommel = toeval.randbytes(toeval.randint(1, 400))
    return toeval.choice([rommel + inhoud, inhoud + rommel, inhoud + inhoud, b"\xef\xbb\xbf" + inhoud, inhoud[::-1]])


# ---- tricks with a zip -------------------------------------------------------------------------------------------


def _met(inhoud: bytes, *erbij: tuple[str, bytes]) -> bytes:
    """With parts whose name may be there already, or lead out of the package."""
    stroom = io.BytesIO(inhoud)
    with zipfile.ZipFile(stroom, "a", zipfile.ZIP_DEFLATED) as archief:
        for naam, deel in erbij:
            archief.NameToInfo.pop(naam, None)  # a second one of that name is what we want, without a warning
            archief.writestr(naam, deel)
    return stroom.getvalue()


def zip_streek(inhoud: bytes, toeval: random.Random) -> bytes:
    onderdelen = delen(inhoud)
    naam = toeval.choice(list(onderdelen))
    ander = toeval.choice(list(onderdelen))
    streken: list[Callable[[], bytes]] = [
        lambda: pak_in({n: d for n, d in onderdelen.items() if n != naam}),
        lambda: pak_in({**onderdelen, naam: onderdelen[ander]}),
        lambda: pak_in({**onderdelen, naam: b""}),
        lambda: pak_in({**onderdelen, naam: onderdelen[naam] + bytes(9 * 1024 * 1024)}),
        lambda: pak_in({**onderdelen, naam: inhoud}),
        lambda: _met(inhoud, (naam, onderdelen[ander])),
        lambda: _met(inhoud, ("../../../../tmp/uitgebroken", b"x"), ("/etc/uitgebroken", b"x")),
        lambda: pak_in({f"{n}/": b"" for n in onderdelen}),
        lambda: pak_in({n.upper(): d for n, d in onderdelen.items()}),
        lambda: pak_in({**onderdelen, **{f"x{i}": b"" for i in range(toeval.choice([50, 5_100]))}}),
        lambda: _vals(inhoud, toeval),
    ]
    return toeval.choice(streken)()


def _vals(inhoud: bytes, toeval: random.Random) -> bytes:
    """The list of contents lies: about size, method, place or password of its first parts."""
    stuk = bytearray(inhoud)
    plek = stuk.find(b"PK\x01\x02")
    veld, lengte = toeval.choice([(8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (42, 4)])
    waarde = toeval.choice([1, 9, 99, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF])
    struct.pack_into("<H" if lengte == 2 else "<I", stuk, plek + veld, waarde & (0xFFFF if lengte == 2 else 0xFFFFFFFF))
    return bytes(stuk)


# ---- tricks with XML ---------------------------------------------------------------------------------------------


def xml_streek(inhoud: bytes, toeval: random.Random, *, buiten: str) -> bytes:
    """`buiten`: the address of something outside the document."""
    onderdelen = delen(inhoud)
    naam = toeval.choice([n for n, deel in onderdelen.items() if deel.lstrip().startswith(b"<")] or list(onderdelen))
    xml = onderdelen[naam]
    onderdelen[naam] = toeval.choice([partial(met_entiteit, buiten=buiten), verminkt, _verwissel, _genest, _tekens])(
        xml, toeval
    )
    return pak_in(onderdelen)


def met_entiteit(xml: bytes, toeval: random.Random, *, buiten: str) -> bytes:
    """A DOCTYPE that fetches, or that grows without end; also in an encoding in which its name looks different."""
    lach = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    dtd = toeval.choice(
        [
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "{buiten}">]>',
            f'<!DOCTYPE x SYSTEM "{buiten}">',
            f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{buiten}"> %p;]>',
            f'<!DOCTYPE x [<!ENTITY l0 "ha">{lach}<!ENTITY e "&l8;">]>',
            f'<!doctype x PUBLIC "-//x" "{buiten}">',
        ]
    )
    begin, sluit, rest = xml.partition(b"?>")
    kop = begin + sluit if sluit else b""
    gevuld = (
        (rest if sluit else xml).decode("utf-8", "replace").replace("</w:t>", "&e;</w:t>").replace("</t>", "&e;</t>")
    )
    tekst = f"{kop.decode()}{dtd}{gevuld}"
    codering = toeval.choice(["utf-8", "utf-8", "utf-16", "utf-16-be", "utf-32", "cp037"])
    return tekst.replace("UTF-8", codering).encode(codering, "replace")


def _verwissel(xml: bytes, toeval: random.Random) -> bytes:
    """Stays well-formed, so that what comes behind the parser is reached."""
    oud = toeval.choice([b'w:val="', b'r="', b't="', b's="', b'Id="', b'Target="', b'name="', b'ref="', b'w:w="'])
    nieuw = toeval.choice(
        [b"x", b"", b"-5", b"9" * 25, b"0", b"bullet", b"3.5", b"A0", b"ZZZZ9999999", b"../../x", b"s"]
    )
    stukken = xml.split(oud)
    for plek in toeval.sample(range(1, len(stukken)), k=min(8, len(stukken) - 1)):
        stukken[plek] = nieuw + b'"' + stukken[plek].split(b'"', 1)[-1]
    return oud.join(stukken)


def _genest(xml: bytes, toeval: random.Random) -> bytes:
    naam = toeval.choice([b"w:tbl", b"w:p", b"w:sdt", b"row", b"c", b"text:span", b"x"])
    diepte = toeval.choice([50, 300, 3_000])
    plek = xml.find(b">", len(xml) // 2) + 1
    return xml[:plek] + (b"<" + naam + b">") * diepte + (b"</" + naam + b">") * diepte + xml[plek:]


def _tekens(xml: bytes, toeval: random.Random) -> bytes:
    teken = toeval.choice(
        ["&#0;", "&#x1F;", "&#xD800;", "&#xFFFF;", "&#x10FFFF;", "\u202e", "&onbekend;", "<![CDATA[", "]]>"]
    )
    for plek in (b"</w:t>", b"</t>", b"</v>", b"</text:p>"):
        xml = xml.replace(plek, teken.encode() + plek, toeval.randint(1, 4))
    return xml


ALGEMEEN: tuple[Verminking, ...] = (verminkt, afgekapt, omgeklapt, met_rommel)


def verminkingen(inhoud: bytes, *, buiten: str) -> tuple[Verminking, ...]:
    """What can be done to this file; half of it to what it is made of, when it is a package."""
    if not inhoud.startswith(b"PK"):
        return ALGEMEEN
    xml = partial(xml_streek, buiten=buiten)
    return (*ALGEMEEN, zip_streek, zip_streek, xml, xml, xml)
