"""Reads the server's log: what each session was doing at any line of it.

The server is told to log each statement before it runs it and its duration after it, so the order
of lines proves at which moment a program was killed: the soak writes a line of its own, by a
statement, right after the kill.
"""

import re

# What `log_line_prefix = '%m [%p] %a '` puts before a message, and the message.
LINE = re.compile(r"^\S+ \S+ \S+ \[(?P<process>\d+)\] (?P<name>\S*) (?P<level>[A-Z0-9]+):  (?P<text>.*)$")
STATEMENT = re.compile(r"^(?:statement|execute [^:]+): (.*)$")
WRITES = ("insert", "update", "delete", "copy", "create", "alter", "drop", "truncate")
# The soak's own sessions.
OBSERVER = "soak"


class Entry:
    """One entry of the log: a line, and those that go on with it behind a tab."""

    def __init__(self, match):
        self.process = int(match["process"])
        self.name = match["name"]
        self.level = match["level"]
        self.text = match["text"]

    @property
    def statement(self):
        """The statement that begins here, in lower case, or None."""
        found = STATEMENT.match(self.text)
        return " ".join(found[1].lower().split()) if found else None

    @property
    def is_write(self):
        """Whether a statement begins that writes something that lasts."""
        words = (self.statement or "").split()
        if not words or words[:2] == ["create", "temporary"]:
            return False
        if words[0] == "copy":
            return "from" in words
        if words[0] == "with":
            return any(word in words for word in ("insert", "update", "delete"))
        return words[0] in WRITES


class ServerLog:
    """The log's file, read from where the last reading ended.

    A start of the server sets a long log aside, under the same name with `.1` behind it.
    """

    def __init__(self, path):
        self.path = path
        self.number = None
        self.offset = 0
        self.rest = ""

    def skip(self):
        """Goes to the end."""
        status = self.path.stat()
        self.number, self.offset, self.rest = status.st_ino, status.st_size, ""

    def read(self):
        """The entries since the last reading; a line that is not whole waits for the next."""
        data = b""
        aside = self.path.with_name(self.path.name + ".1")
        if self.path.stat().st_ino != self.number and self.number is not None:
            if aside.exists() and aside.stat().st_ino == self.number:
                data = self.bytes(aside)
            self.offset = 0
        self.number = self.path.stat().st_ino
        data += self.bytes(self.path)
        lines = (self.rest + data.decode("utf-8", "replace")).split("\n")
        self.rest = lines.pop()
        return entries(lines)

    def bytes(self, path):
        """What is behind the offset, which goes on to the end."""
        with path.open("rb") as file:
            file.seek(self.offset)
            data = file.read()
        self.offset += len(data)
        return data


def entries(lines):
    """The entries that lines of the log hold."""
    found = []
    for line in lines:
        match = LINE.match(line)
        if match:
            found.append(Entry(match))
        elif found and line.startswith("\t"):
            found[-1].text += " " + line.strip()
    return found


class Sessions:
    """What the sessions of the program under test are doing, entry by entry."""

    def __init__(self):
        # By process: "idle", "open" (a transaction that wrote nothing), "written", "committing".
        self.states = {}
        # What was seen of a session after the mark.
        self.after = {}
        self.marked = None

    def take(self, entry):
        """Goes on by one entry."""
        if entry.name == OBSERVER:
            if entry.statement and entry.statement.startswith("select 'killed'"):
                self.marked = dict(self.states)
            return
        state = self.states.get(entry.process, "idle")
        statement = entry.statement
        if statement is None:
            if entry.text.startswith("duration: ") and state == "committing":
                state = "idle"
            if entry.text.startswith("disconnection: "):
                self.states.pop(entry.process, None)
                return
        elif statement.startswith("begin"):
            state = "open"
        elif statement.startswith("commit"):
            if self.marked is not None:
                self.after[entry.process] = "commit"
            state = "committing" if state == "written" else "idle"
        elif statement.startswith("rollback") and "savepoint" not in statement:
            state = "idle"
        elif entry.is_write and state == "open":
            state = "written"
        self.states[entry.process] = state

    def moment(self):
        """Where the mark was set: "commit", "write" (after a transaction's first write and before
        its commit) or "other"."""
        if self.marked is None:
            return "other"
        moments = set()
        for process, state in self.marked.items():
            # A commit that was on its way when the program died was under way as well.
            if state == "committing" or (state == "written" and process in self.after):
                moments.add("commit")
            elif state == "written":
                moments.add("write")
        return "commit" if "commit" in moments else "write" if "write" in moments else "other"


def positions(log_entries):
    """Of an undisturbed run: how many statements ran before each point inside a transaction that
    has written, and before each commit of one."""
    sessions = Sessions()
    inside, commits, count = [], [], 0
    for entry in log_entries:
        sessions.take(entry)
        if entry.name == OBSERVER or entry.statement is None:
            continue
        count += 1
        state = sessions.states.get(entry.process)
        if state == "written":
            inside.append(count)
        elif state == "committing":
            commits.append(count)
    return inside, commits, count
