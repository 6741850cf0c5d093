"""The disk is full: PostgreSQL's folder lies on a small file system that a ballast fills up."""

import os
import pathlib
import subprocess
import tempfile

from place import Place, finish
from workloads import prepare

SIZE = 900 << 20
FULL = "No space left on device"


class SmallDisk:
    """A file system in memory that takes root to mount."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="yardstick-disk-"))
        self.sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        subprocess.run(
            [*self.sudo, "mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=1777", "tmpfs",
             str(self.folder)], check=True)

    def close(self):
        """Takes it away."""
        subprocess.run([*self.sudo, "umount", "--lazy", str(self.folder)], check=False)
        self.folder.rmdir()

    @property
    def free(self):
        """The bytes that are free."""
        status = os.statvfs(self.folder)
        return status.f_bavail * status.f_frsize

    def fill(self, room):
        """Fills it up but for so many bytes."""
        with (self.folder / "ballast").open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, self.free - room))

    def empty(self):
        """Takes the ballast away."""
        (self.folder / "ballast").unlink(missing_ok=True)


def fill_up(place, disk, workload, room):
    """One round: whether the disk ran full under the load."""
    place.reset(workload.base)
    place.lines("checkpoint")
    place.log.skip()
    disk.fill(room)
    try:
        started = place.start(*workload.command)
        output = finish(started)
    finally:
        disk.empty()
    # The server may have given up, for want of room for its log: the next command starts it.
    place.run("db", "check")
    place.open()
    # The server's log lies on the same disk, and has no room for the message then: a load that
    # fails on a disk filled up has failed by it.
    is_logged = FULL in " ".join(entry.text for entry in place.log.read())
    if not is_logged and started.returncode != 2:
        return False
    if started.returncode not in (*workload.codes, 2):
        raise AssertionError(f"the load ended with {started.returncode}: {output[-2000:]}")
    workload.check_whole(place)
    workload.check_retry(place)
    return True


def growth(place, disk, workload):
    """The bytes that a workload takes on the disk, undisturbed."""
    place.reset(workload.base)
    place.lines("checkpoint")
    before = disk.free
    place.run(*workload.command, wanted=workload.codes)
    place.lines("checkpoint")
    return max(1 << 16, before - disk.free)


def disk_full(place, _, random, rounds, report):
    """The disk runs full so many times under a load."""
    disk = SmallDisk()
    small = Place(place.program, disk.folder)
    try:
        workloads = prepare(small)
        sizes = [growth(small, disk, workload) for workload in workloads]
        full, tries = 0, 0
        while full < rounds and tries < 4 * rounds:
            tries += 1
            workload, size = random.choice(list(zip(workloads, sizes)))
            full += fill_up(small, disk, workload, random.randrange(size))
        report.check(
            f"{full} loads on a disk that ran full; each retry ends as an undisturbed run",
            full >= rounds, f"{tries} tries, sizes {sizes}")
    finally:
        small.close()
        disk.close()
