"""Checks the structure of docker-compose.yml, which needs no container engine.

usage: compose_check.py
"""

import pathlib
import re

import plain_yaml
from report import Report

PATH = pathlib.Path(__file__).resolve().parents[2] / "docker-compose.yml"
REPORT = Report()


def main():
    text = PATH.read_text(encoding="utf-8")
    compose = plain_yaml.read(text)
    REPORT.check("services and volumes stand at the top", set(compose) == {"services", "volumes"})
    database = compose["services"]["database"]
    REPORT.check("the service is in the profile single", database.get("profiles") == ["single"])
    image = re.fullmatch(r"postgres:(\d+)", database.get("image", ""))
    REPORT.check("the image is PostgreSQL 15 or newer", bool(image) and int(image.group(1)) >= 15)
    password = database["environment"].get("POSTGRES_PASSWORD", "")
    REPORT.check(
        "the password is asked for and not written down",
        re.fullmatch(r"\$\{POSTGRES_PASSWORD:\?[^}]+\}", password) is not None, password)
    health = database.get("healthcheck", {})
    REPORT.check("a health check asks the server", "pg_isready" in " ".join(health.get("test", [])))
    volumes = [volume.split(":")[0] for volume in database.get("volumes", [])]
    REPORT.check(
        "the data lie in a named volume", bool(volumes) and set(volumes) <= set(compose["volumes"]))
    REPORT.check(
        "the port is open to this machine only",
        all(str(port).startswith("127.0.0.1:") for port in database.get("ports", [])))
    REPORT.check("the file says how yardstick connects", "DATABASE_URL=" in text)
    command = " ".join(database.get("command", []))
    REPORT.check(
        "nothing turns durability off",
        "fsync=off" not in command and "synchronous_commit=off" not in command)


REPORT.run("the compose file", main)
REPORT.finish()
