"""Checks the structure of docker-compose.yml, which needs no container engine.

usage: compose_check.py
"""

import pathlib
import re

import plain_yaml
from report import Report

PATH = pathlib.Path(__file__).resolve().parents[2] / "docker-compose.yml"
REPORT = Report()


SERVERS = {"single": ["database"], "cluster": ["coordinator", "worker-1", "worker-2"]}
IMAGES = {"single": r"postgres:(\d+)", "cluster": r"citusdata/citus:(\d+)\.\d+(\.\d+)?"}
# PostgreSQL 15, and the Citus that the schema was tried on.
OLDEST = {"single": 15, "cluster": 13}


def check_server(compose, profile, name):
    """What every server of every profile must have."""
    service = compose["services"][name]
    REPORT.check(f"{name} is in the profile {profile}", service.get("profiles") == [profile])
    image = re.fullmatch(IMAGES[profile], service.get("image", ""))
    REPORT.check(
        f"the image of {name} is new enough", bool(image) and int(image[1]) >= OLDEST[profile])
    password = service["environment"].get("POSTGRES_PASSWORD", "")
    REPORT.check(
        f"the password of {name} is asked for and not written down",
        re.fullmatch(r"\$\{POSTGRES_PASSWORD:\?[^}]+\}", password) is not None, password)
    health = service.get("healthcheck", {})
    REPORT.check(
        f"a health check asks {name}", "pg_isready" in " ".join(health.get("test", [])))
    volumes = [volume.split(":")[0] for volume in service.get("volumes", [])]
    REPORT.check(
        f"the data of {name} lie in a volume of its own",
        volumes == [name] and name in compose["volumes"], str(volumes))
    REPORT.check(
        f"a port of {name} is open to this machine only",
        all(str(port).startswith("127.0.0.1:") for port in service.get("ports", [])))
    command = " ".join(service.get("command", []))
    REPORT.check(
        f"nothing turns the durability of {name} off",
        "fsync=off" not in command and "synchronous_commit=off" not in command)


def check_cluster(services):
    """The servers of the cluster are alike, and are made one once all of them answer."""
    servers = [services[name] for name in SERVERS["cluster"]]
    REPORT.check(
        "all servers of the cluster have one image and one command",
        len({(server["image"], str(server["command"])) for server in servers}) == 1)
    REPORT.check(
        "they load citus first",
        all("shared_preload_libraries=citus" in server["command"] for server in servers))
    REPORT.check(
        "only the coordinator is open to the outside",
        [name for name in SERVERS["cluster"] if "ports" in services[name]] == ["coordinator"])
    init = services["cluster-init"]
    REPORT.check(
        "the workers are added once all servers answer", init["depends_on"] == {
            name: {"condition": "service_healthy"} for name in SERVERS["cluster"]})
    REPORT.check("they are added once", init["restart"] == "no")
    added = re.findall(r"citus_add_node\('([^']+)'", " ".join(init["entrypoint"]))
    REPORT.check("every worker is added", added == SERVERS["cluster"][1:], str(added))


def main():
    text = PATH.read_text(encoding="utf-8")
    compose = plain_yaml.read(text)
    REPORT.check("services and volumes stand at the top", set(compose) == {"services", "volumes"})
    servers = [name for names in SERVERS.values() for name in names]
    REPORT.check(
        "there are two profiles with their servers",
        set(compose["services"]) == {*servers, "cluster-init"}, str(set(compose["services"])))
    for profile, names in SERVERS.items():
        for name in names:
            check_server(compose, profile, name)
        REPORT.check(f"the file says how to start {profile}", f"--profile {profile} up" in text)
    check_cluster(compose["services"])
    REPORT.check("the file says how yardstick connects", "DATABASE_URL=" in text)
    REPORT.check("the file says how the tables are spread", "yardstick db distribute" in text)


REPORT.run("the compose file", main)
REPORT.finish()
