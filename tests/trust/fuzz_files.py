"""Contact files, exports and configs as programs write them, and hostile ones."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from tests.trust.fuzz_pieces import ANY, changed, encoded, run, some

_OLD_CARD = """\
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=C3=91;=C3=91;;Dr.;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91 =C3=91=
=C3=91
TEL;CELL;PREF:+49 (0)170 1234567
EMAIL;INTERNET;HOME:nn@cards.example
PHOTO;ENCODING=BASE64;JPEG:
 /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAUDBAQEAwUEBAQFBQUGBwwIBwcHBw8LCwkMEQ8S
 EhEPERETFhwXExQaFRERGCEYGh0dHx8fExciJCIeJBweHx7/

X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE):=E2=82=AC
END:VCARD
"""
_CARD = """\
BEGIN:VCARD
VERSION:3.0
PRODID:-//Some Phone//EN
N:Richter,James;John;Q.;Mr.;Sr.
FN:Mr. John Q. Richter\\, James Sr.
NICKNAME:Johnny,JayJay
ORG:Clark Media;Research
TITLE:Money Counter
item1.EMAIL;type=INTERNET;type=pref:john@media.example
item1.X-ABLabel:_$!<HomePage>!$_
TEL;type=CELL;type=VOICE:(905) 555-1234
ADR;type=WORK:;;12 Main St;Boston;MA;02110;US
NOTE:Line one\\nline two \\; and\\, so
  on
BDAY;VALUE=date:1980-05-21
CATEGORIES:myContacts,fair
URL:https://www.linkedin.example/in/john/
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
END:VCARD
"""
_NEW_CARD = """\
BEGIN:VCARD
VERSION:4.0
FN;LANGUAGE=fr;PREF=1:Simon Perreault
N:Perreault;Simon;;;ing. jr,M.Sc.
BDAY:--0203
TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102
EMAIL;TYPE=work:simon@viagenie.example
ADR;LABEL="12 Main St\\nBoston":;;12 Main;Québec;QC;G1V;Canada
KEY;MEDIATYPE=text/plain:data:;base64,AAAA
GENDER:M
REV:20080424T195243Z
END:VCARD
"""
CARDS = (_OLD_CARD, _CARD, _NEW_CARD, _CARD + _NEW_CARD)
TABLES = (
    """\
Notes:
"When exporting your data, some e-mails, may be missing"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Dorie,Clark,https://www.linkedin.example/in/dorie,d@c.example,Clark,CEO,05 Mar 2024
Zoë,"Park, PhD",,,"Say ""hi"" to me",,29 Feb 2024
""",
    """\
First Name,Middle Name,Last Name,Nickname,Birthday,Labels,E-mail 1 - Label,\
E-mail 1 - Value,Phone 1 - Value,Organization Name,Organization Title,Notes
Ann,,Lee,Annie,--05-21,* myContacts ::: fair,Home,a@l.example ::: b@l.example,\
+1 617 555,Lee & Co,Boss,met at the fair
""",
    """\
Name;E-mail;Telefon;Firma;Ort;Geburtsdatum
Müller;m@x.example;0170;X;Köln;24.12.1980
'=Cy;;;;;
""",
    """\
Title\tFirst Name\tSurname\tJob Title\tCategories\tBirth Year\tBirth Month\tBirth Day
Mr\tHal\tBrook\tEditor\ta,b;c\t1980\t5\t21
""",
)
CONFIG = """\
database = "/nowhere/net.db"
date_order = "dmy"
currency = "EUR"

[plan]
lens = "alternate"
keep = 2
reconnect = 1
thank = 3
coffees = 50

[report]
early = 180

[weights]
new.warmth = 6
"keep"."owe" = 1.5

[touch.walk]
in_person = true
sit_down = true
"""
_CARD_PIECES = (
    *("BEGIN:VCARD\n", "END:VCARD\n", "AGENT:\n", "FN:", "N:", ';X=""', "=\n", "=C3"),
    *(";CHARSET=utf-7", ";ENCODING=QUOTED-PRINTABLE:", ";BASE64:", "item1.", "\n "),
    *("\\;", "\\", "BDAY:", "TEL:tel:", ";ext=", "UID:", "CATEGORIES:", "EMAIL:"),
)  # fmt: skip
_TABLE_PIECES = (
    *('"', '""', ",", ";", "\t", "\n", "'=", "Name", "First Name,", "Connected On"),
    *(" ::: ", "\n\n", ',"', '",', "Birth Month,", "E-mail 1 - Value,", "sep=;\n"),
)
_CONFIG_PIECES = (
    *("[plan]\n", "[[plan]]\n", "plan.keep = ", "[weights.new]\n", "= {", '"""', "'''"),
    *("[touch.X]\n", "in_person = 1\n", "a.b.c = 1\n", "\\u0000", "0b1", "inf", "nan"),
    *("1979-05-27T07:32:00Z", "07:32:00", "[", "]", "#", "touch = 1\n", "plan = []\n"),
    *("weights.keep = 3\n", 'weights."new.warmth" = 1\n', '"" = ""\n', "e400", "=\n"),
)
_MEGABYTE = 2**20


def card(chance: Random) -> bytes:
    """A vCard file, changed, or one made of pieces."""
    return _file(chance, CARDS, _CARD_PIECES)


def table(chance: Random) -> bytes:
    """A table, changed, or one made of pieces."""
    return _file(chance, TABLES, _TABLE_PIECES)


def _file(chance: Random, files: Sequence[str], pieces: Sequence[str]) -> bytes:
    kind = chance.random()
    if kind < 0.05:
        text = run(chance, pieces)
    elif kind < 0.25:
        text = some(chance, pieces, 60)
    else:
        text = changed(chance, chance.choice(files), pieces)
    return encoded(chance, text)


def config(chance: Random) -> str:
    """A config, changed, or one made of pieces."""
    if chance.random() < 0.2:
        return some(chance, _CONFIG_PIECES, 30)
    return changed(chance, CONFIG, (*_CONFIG_PIECES, *ANY))


def _within(bad: str) -> bytes:
    """A bad card before a good one."""
    text = f"BEGIN:VCARD\n{bad}\nEND:VCARD\n{_CARD}"
    return text.encode("utf-8", "surrogatepass")


BAD_CARDS = [
    *map(
        _within,
        (
            "FN" + ';X=""' * 200_000 + ":Ann",
            "FN" + ';X="' * 250_000 + ":Ann",
            "PHOTO;ENCODING=b:" + "QUJD\n " * 1_700_000,
            "PHOTO;ENCODING=BASE64:" + "QUJD" * 2_500_000,
            "NOTE:" + "\\" * _MEGABYTE,
            "N:" + "\\;" * 500_000,
            "CATEGORIES:" + "," * _MEGABYTE,
            "NOTE;QUOTED-PRINTABLE:" + "=\n" * 500_000,
            "NOTE;QUOTED-PRINTABLE:" + "=" * _MEGABYTE,
            "TEL:tel:" + ";ext" * 250_000,
            "FN:" + "\u0301" * 60_000,
            "FN:" + "\ufdfa" * 60_000,
            "NOTE:" + "👩\u200d" * 250_000,
            "BDAY:" + "9" * _MEGABYTE,
            "EMAIL:a@x.example\n" * 50_000,
            "a." * 500_000 + "FN:Ann",
            "FN;CHARSET=punycode;QUOTED-PRINTABLE:" + "a" * 60_000,
            "FN:" + "\ud800" * 60_000,
            "FN:\0" + "\x9b" * 60_000,
        ),
    ),
    ("BEGIN:VCARD\n" * 100_000).encode(),
    ("AGENT:\nBEGIN:VCARD\n" * 50_000).encode(),
    b"BEGIN:VCARD\n" + b"\0" * _MEGABYTE,
    b"\xff\xfe\0\0" * 250_000,
    b"\xff" * _MEGABYTE,
    b"\n" * _MEGABYTE,
]
"""Of a megabyte or so, the pictures of ten: each breaks some reader of vCards."""
BAD_TABLES = [
    (TABLES[0] + bad).encode()
    for bad in (
        '"' * _MEGABYTE,
        'x,"' + "\n" * 500_000,
        '"a' * 500_000,
        "," * _MEGABYTE,
        "a@" * 500_000,
        ",".join(["x@y;" * 15_000] * 8),
        "x" * _MEGABYTE,
        "\r" * _MEGABYTE,
        'a,"b\n' * 20_000,
        "9" * _MEGABYTE,
        "a,b,,,,," + "05 Mar 2024" * 60_000,
        "\ufdfa" * 60_000 + ",x,,,,,",
    )
] + [
    ("Name" + "," * 500_000 + "\nAnn" + "," * 500_000).encode(),
    ("Name," * 200_000 + "\n" + "Ann," * 5_000).encode(),
    ("Name\n" + "x\n" * 20_000).encode(),
    (";" * 300_000 + "\n" + "," * 300_000 + "\n" + "\t" * 300_000).encode(),
]  # fmt: skip
BAD_CONFIGS = [
    ".".join(["a"] * 10_000) + " = 1\n",
    "a" + ".a" * 400 + " = 1\n",
    "[" + ".".join(["a"] * 10_000) + "]\n",
    "a = " + "[" * 100_000,
    "a = " + "[" * 10_000 + "]" * 10_000,
    "a = " + "{a = " * 10_000 + "1" + "}" * 10_000,
    "plan.keep = " + "9" * 5_000,
    "plan.keep = 1e" + "9" * 5_000,
    "weights.new.warmth = " + "9" * 400,
    "report.early = 0x" + "f" * 5_000,
    "plan.keep = 1.0" + "0" * 100_000,
    "x" * 1_000_000,
    "[[a]]\n" * 100_000,
    "\n".join(f"a{n} = 1" for n in range(50_000)),
    "\n".join(f"[weights.a{n}]" for n in range(20_000)),
    "\n".join(f"weights.new.b{n} = 1" for n in range(20_000)),
    '"' + "\\u0041" * 100_000 + '" = 1',
    "a = '''" + "x\n" * 400_000,
    "a = 1\n" + "#" * 1_000_000,
    "touch." + "a" * 500_000 + " = {in_person = true}\n",
    "date_order = '" + "d" * 900_000 + "'\n",
    "a = 9999-99-99",
    "a = 0001-01-01T00:00:00+99:99",
]
_VALUES: Sequence[Any] = (
    *(None, True, 1.5, -1, 0, 2**53, 2**63, 2**64, 10**400, "", "x", [], {}, "\ud800"),
    *("2025-06-02", "2025-06-02T12:00:00Z", "2025-02-30", "coffee", "\0", "=x", "1e3"),
    *("\x1b[2J", " ", "3m", "999y", "me", "-rf", "a" * 100_000, "9" * 5_000),
)


def rows_changed(chance: Random, whole: Mapping[str, Any]) -> Any:
    """An export in which some values are others, some rows gone or there twice."""
    tables = whole["data"]["tables"]
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        rows = tables[chance.choice([name for name in tables if tables[name]])]
        row = chance.choice(rows)
        column = chance.choice(list(row))
        kind = chance.random()
        if kind < 0.7:
            row[column] = _another(chance, row[column])
        elif kind < 0.8:
            del row[column]
        elif kind < 0.9:
            rows.append(dict(row))
        else:
            rows.remove(row)
    return whole


def _another(chance: Random, value: Any) -> Any:
    """Another value in the place of one."""
    if isinstance(value, str) and chance.random() < 0.5:
        return changed(chance, value)
    if isinstance(value, int) and chance.random() < 0.5:
        return value + chance.choice((-1, 1, 2, 7, 1000))
    return chance.choice((*_VALUES, *ANY))


def bad_exports(whole: bytes) -> list[bytes]:
    """Exports that would take a reader of JSON down."""
    begin = whole[: whole.index(b'"tables": {') + len(b'"tables": {')]
    return [
        begin + b'"person": [' + b"[" * 100_000,
        begin + b'"person": [' + b'{"a":' * 100_000,
        begin + b'"person": [{"id": ' + b"9" * 5_000 + b"}]}}}",
        begin + b'"person": [{"id": 1e' + b"9" * 5_000 + b"}]}}}",
        begin + b'"person": [{"name": "' + b"x" * 2_000_000,
        begin + b'"person": [{"name": "' + b"\\u0041" * 150_000 + b'"}]}}}',
        begin + b'"person": [' + b"{}," * 300_000,
        begin + b'"person": [' + b" " * 3_000_000 + b"]}}}",
        begin + b'"' + b"a" * 500_000 + b'": []}}}',
        begin + b'"x": [],' * 100_000,
        b'{"schema": "netlog.export/1", "data": ' + b"[" * 100_000,
        b'{"schema": "netlog.export/1", "data": {"version": ' + b"9" * 100_000,
        b'{"schema": "netlog.export/1", "data": {"version": 1, "counts": {"a": NaN',
        whole + b"\0" * 1_000_000,
        whole.replace(b'"', b"'"),
        whole.decode().encode("utf-16"),
        b"\xef\xbb\xbf" * 1_000 + whole,
    ]
