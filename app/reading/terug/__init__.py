"""A notitie that comes back: a text document that we handed out, with the hidden marks that say what is what."""
