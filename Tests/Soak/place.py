"""Where the soak works: a private PostgreSQL, a consortium, and the program under test."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from server_log import ServerLog

# Seconds after which a program that has not ended is a failure.
PATIENCE = 300
DATABASE = "yardstick_demo"
RECEIVED = "2026-11-01T00:00:00Z"
SETTINGS = {
    "log_statement": "all",
    "log_duration": "on",
    "log_connections": "off",
    "log_disconnections": "on",
    "log_error_verbosity": "default",
    "log_line_prefix": "%m [%p] %a ",
}


class Psql:
    """One session of psql that stays open."""

    def __init__(self, url):
        self.process = subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", url],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PGAPPNAME": "soak"})

    def lines(self, sql):
        """The lines that a statement gives."""
        try:
            self.process.stdin.write(f"{sql};\n\\echo == end ==\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        found = []
        for line in self.process.stdout:
            if line == "== end ==\n":
                return found
            found.append(line.rstrip("\n"))
        raise ConnectionError(self.process.stderr.read())

    def close(self):
        """Ends the session."""
        self.process.kill()
        self.process.communicate()


class Place:
    """A folder with all of it, taken away at the end."""

    def __init__(self, program, parent=None):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="yardstick-soak-", dir=parent))
        # As root the server runs under another account, which must reach its folder.
        self.folder.chmod(0o711)
        self.data = self.folder / "data"
        self.consortium = self.folder / "demo" / "consortium"
        self.log = ServerLog(self.data / "server.log")
        self.psql = None
        self.environment = {
            key: value for key, value in os.environ.items()
            if not key.startswith("PG") and key not in ("DATABASE_URL", "YARDSTICK_CONSORTIUM")}
        self.environment["YARDSTICK_DATA_DIR"] = str(self.data)

    # The program under test.

    def start(self, *arguments, environment=None):
        """Starts the program and returns at once."""
        return subprocess.Popen(
            [self.program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True,
            cwd=self.consortium if self.consortium.exists() else self.folder,
            env={**self.environment, **(environment or {})})

    def run(self, *arguments, wanted=(0,), environment=None):
        """Runs the program to its end; any other exit code than those wanted is an error."""
        started = self.start(*arguments, environment=environment)
        output = finish(started)
        if started.returncode not in wanted:
            raise AssertionError(
                f"yardstick {' '.join(arguments)} ended with {started.returncode}:\n{output[-2000:]}")
        return output

    # The server.

    def open(self):
        """Starts the server with a log of every statement."""
        self.run("db", "start")
        self.connect()
        if self.lines("show log_statement") != ["all"]:
            for name, value in SETTINGS.items():
                self.lines(f"alter system set {name} = '{value}'")
            self.lines("select pg_reload_conf()")
        self.wait(lambda: self.lines("show log_statement") == ["all"], "the log's settings")

    def url(self, database="postgres"):
        """How to connect to a database of the server."""
        lines = (self.data / "cluster" / "postmaster.pid").read_text().split("\n")
        return f"postgresql://yardstick@/{database}?host={lines[4]}"

    def connect(self):
        """A new session of the soak's own."""
        if self.psql:
            self.psql.close()
        self.psql = Psql(self.url())

    def lines(self, sql, database=None):
        """The lines that a statement gives."""
        if database is None:
            return self.psql.lines(sql)
        session = Psql(self.url(database))
        try:
            return session.lines(sql)
        finally:
            session.close()

    def postmaster(self):
        """The process number of the server."""
        return int((self.data / "cluster" / "postmaster.pid").read_text().split("\n")[0])

    def kill_server(self):
        """Kills the postmaster as a power cut would, and waits until it is gone."""
        process = self.postmaster()
        os.kill(process, signal.SIGKILL)
        self.wait(lambda: not is_alive(process), "the postmaster's end")

    def keep(self, name):
        """Keeps the database as it is under another name, to begin from again."""
        self.wait_for_sessions()
        self.lines(f"create database {name} template {DATABASE}")

    def reset(self, name, commit_delay=0):
        """Puts the database back to what was kept under a name.

        A delay, in microseconds, makes each commit wait before it writes its log to the disk, so
        that a program can be killed in its commit.
        """
        self.lines(f"drop database if exists {DATABASE} with (force)")
        self.lines(f"create database {DATABASE} template {name}")
        if commit_delay:
            self.lines(f"alter database {DATABASE} set commit_delay = {commit_delay}")
            self.lines(f"alter database {DATABASE} set commit_siblings = 0")

    def wait_for_sessions(self):
        """Waits until nobody but the soak has a session."""
        self.wait(
            lambda: self.lines(
                f"select count(*) from pg_stat_activity where datname = '{DATABASE}'") == ["0"],
            "the end of all sessions")

    @staticmethod
    def wait(holds, what):
        """Waits until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError(f"waited {PATIENCE} s for {what}")
            time.sleep(0.002)

    def close(self):
        """Stops the server and takes the folder away."""
        if self.psql:
            self.psql.close()
        subprocess.run(
            [self.program, "db", "stop", "--force"], env=self.environment, check=False,
            capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)


def finish(started):
    """Waits for a program's end; its output."""
    try:
        return started.communicate(timeout=PATIENCE)[0]
    except subprocess.TimeoutExpired:
        started.kill()
        raise TimeoutError(f"{started.args} did not end in {PATIENCE} s") from None


def is_alive(process):
    """Whether a process is there and not a dead child nobody asked for."""
    try:
        state = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def progress(done, rounds):
    """Says at each tenth how far a long disturbance has come."""
    if rounds >= 10 and done % (rounds // 10) == 0:
        print(f"     {done} of {rounds}", flush=True)
