"""Real servers on loopback that hold a store: OpenSSH, moto's S3, WsgiDAV, and a plain folder."""

import contextlib
import getpass
import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

SSHD = "/usr/sbin/sshd"
S3_KEYS = {"AWS_ACCESS_KEY_ID": "example", "AWS_SECRET_ACCESS_KEY": "geheimnis"}


@dataclass
class Served:
    """A store: its URL, the environment that its users need, and the folder of its files, if it has one."""

    url: str
    env: dict = field(default_factory=dict)
    folder: Path | None = None
    port: int = 0


@contextlib.contextmanager
def folder_store(place):
    folder = place / "share"
    folder.mkdir(parents=True)
    yield Served(str(folder), folder=folder)


@contextlib.contextmanager
def sftp_store(place):
    """An sshd of our own, with keys of its own; only our user gets in, only by key."""
    folder = place / "sftp"
    folder.mkdir(parents=True)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # as root sshd wants it; the service makes it on a full system
    for name in ("host", "user"):
        make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(place / name)]
        subprocess.run(make, check=True)
    port = free_port()
    config = place / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {place}/host\nPidFile none\nUsePAM no\n"
        f"AuthorizedKeysFile {place}/user.pub\nStrictModes no\nPasswordAuthentication no\n"
        "Subsystem sftp internal-sftp\nMaxSessions 20\n"
    )
    key = (place / "host.pub").read_text().split()
    (place / "known_hosts").write_text(f"[127.0.0.1]:{port} {key[0]} {key[1]}\n")
    with _running([SSHD, "-D", "-e", "-f", str(config)], place / "sshd.log", port):
        options = f"client_keys={place}/user&known_hosts={place}/known_hosts"
        yield Served(
            f"sftp://{getpass.getuser()}@127.0.0.1:{port}{folder}?{options}", folder=folder, port=port
        )


@contextlib.contextmanager
def s3_store(place):
    """moto's server with one bucket."""
    place.mkdir(parents=True, exist_ok=True)
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with _running(command, place / "moto.log", port):
        endpoint = f"http://127.0.0.1:{port}"
        urllib.request.urlopen(urllib.request.Request(f"{endpoint}/showcase", method="PUT"), timeout=20)
        yield Served(
            f"s3://showcase/site?endpoint_url={endpoint}&region=us-east-1", env=dict(S3_KEYS), port=port
        )


@contextlib.contextmanager
def webdav_store(place):
    folder = place / "dav"
    folder.mkdir(parents=True)
    port = free_port()
    config = place / "dav.yaml"
    config.write_text(
        f"host: 127.0.0.1\nport: {port}\nprovider_mapping: {{'/store': '{folder}'}}\n"
        "simple_dc: {user_mapping: {'*': {anna: {password: geheimnis}}}}\n"
    )
    command = [sys.executable, "-m", "wsgidav.server.server_cli", "--config", str(config)]
    with _running(command, place / "dav.log", port):
        yield Served(f"webdav://anna:geheimnis@127.0.0.1:{port}/store", folder=folder, port=port)


@contextlib.contextmanager
def silent_server():
    """Something that takes connections and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(50)
        yield listener.getsockname()[1]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextlib.contextmanager
def _running(command, log, port):
    with log.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, cwd=log.parent)
    try:
        _wait_for(port, server, log)
        yield
    finally:
        server.terminate()
        server.wait(60)


def _wait_for(port, server, log):
    end = time.monotonic() + 120  # moto takes its time on a busy machine
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text(errors="replace")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError(f"{server.args[0]} does not answer")
