"""The kinds of file that netlog reads, most telling first: one line each.

A format is a module with `recognises(text) -> bool` and
`read(text, mapping) -> Iterator[Draft | Unreadable]`, loaded when it is asked for.
"""

CONTACT_FORMATS = {
    "vcard": "netlog.importers.vcard",
    "linkedin": "netlog.importers.linkedin",
    "google": "netlog.importers.google",
    "csv": "netlog.importers.mapped",
}
SOURCES = {"vcard": "contacts", "linkedin": "linkedin", "google": "contacts"}
"""What it says of people that they stand in a file of a format; else it is a list."""
