"""The connection is cut in the middle of a COPY, by a proxy between the loader and the server."""

import os
import socket
import struct
import threading

from place import DATABASE, finish, progress

COPY_DATA = b"d"


class Proxy:
    """Passes bytes between a client and the server's socket until so many bytes of COPY went by."""

    def __init__(self, folder, server, cut_after=None):
        self.server = server
        self.cut_after = cut_after
        self.copied = 0
        self.is_cut = False
        self.folder = folder
        folder.mkdir(exist_ok=True)
        path = folder / ".s.PGSQL.5432"
        path.unlink(missing_ok=True)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(path))
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    @property
    def url(self):
        """How to connect through it."""
        return f"postgresql://yardstick@/{DATABASE}?host={self.folder}"

    def accept(self):
        """Serves clients until the listener is closed."""
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.server)
            pair = (client, server)
            threading.Thread(target=self.pass_messages, args=pair, daemon=True).start()
            threading.Thread(target=self.pass_bytes, args=pair, daemon=True).start()

    @staticmethod
    def pass_bytes(client, server):
        """From the server to the client, as they come."""
        try:
            while data := server.recv(65536):
                client.sendall(data)
        except OSError:
            pass
        hang_up(client, server)

    def pass_messages(self, client, server):
        """From the client to the server, message by message; a COPY may be cut inside one."""
        try:
            # The first message has no letter before its length.
            server.sendall(message(client, b""))
            while letter := client.recv(1):
                whole = message(client, letter)
                if letter == COPY_DATA:
                    self.copied += len(whole)
                    if self.cut_after is not None and self.copied > self.cut_after:
                        self.is_cut = True
                        server.sendall(whole[: len(whole) // 2])
                        break
                server.sendall(whole)
        except OSError:
            pass
        hang_up(client, server)

    def close(self):
        """Serves nobody any more."""
        self.listener.close()


def message(client, letter):
    """One message of the protocol, with its letter and its length."""
    length = exactly(client, 4)
    return letter + length + exactly(client, struct.unpack("!i", length)[0] - 4)


def exactly(client, count):
    """So many bytes, or an error."""
    parts = []
    while count:
        part = client.recv(min(count, 1 << 20))
        if not part:
            raise OSError("the client hung up")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def hang_up(*sockets):
    """Ends connections in both directions, whoever still reads them."""
    for one in sockets:
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def through(place, workload, cut_after):
    """Runs a workload through a proxy; the proxy, the exit code and the output."""
    place.reset(workload.base)
    server = os.path.join(place.url().split("host=")[1], ".s.PGSQL.5432")
    proxy = Proxy(place.folder / "proxy", server, cut_after)
    try:
        started = place.start(*workload.command, "--database", proxy.url)
        output = finish(started)
    finally:
        proxy.close()
    place.wait_for_sessions()
    return proxy, started.returncode, output


def connection_cut(place, workloads, random, rounds, report):
    """The connection is cut so many times between the halves of a message of COPY."""
    sizes = {}
    for workload in workloads:
        proxy, code, output = through(place, workload, None)
        if code not in workload.codes:
            raise AssertionError(f"through the proxy the load ended with {code}: {output[-2000:]}")
        sizes[workload] = proxy.copied
    in_copy = 0
    for done in range(1, rounds + 1):
        workload = random.choice(workloads)
        place.log.skip()
        proxy, code, output = through(place, workload, random.randrange(sizes[workload]))
        if not proxy.is_cut or code != 2:
            raise AssertionError(f"the load ended with {code}: {output[-2000:]}")
        in_copy += any(
            entry.level == "CONTEXT" and entry.text.startswith("COPY ")
            for entry in place.log.read())
        workload.check_whole(place)
        workload.check_retry(place)
        progress(done, rounds)
    report.check(
        f"{rounds} connections cut in the middle of COPY, as the server's log says of {in_copy}; "
        "each retry ends as an undisturbed run", in_copy == rounds)
