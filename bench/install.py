"""Peers in environments of their own: PyPI's in a venv, Debian's unpacked."""

import shutil
import sys
from pathlib import Path
from subprocess import CalledProcessError, run

from bench.peers.peer import Peer

PEERS = Path(__file__).with_name(".peers").resolve()


def installed(peer: Peer) -> Path | None:
    """The peer's executable; None, and a word, where it cannot be had."""
    folder = PEERS / peer.name
    source = _from_pypi if peer.is_python else _from_debian
    try:
        return source(peer, folder)
    except (CalledProcessError, OSError) as error:
        print(f"{peer.name} is left out, not installed: {error}", file=sys.stderr)
        return None


def newest_typer() -> Path | None:
    """A Python with the newest Typer that there is; None, and a word, without one."""
    folder = PEERS / "typer"
    try:
        if not folder.exists():
            _run(sys.executable, "-m", "venv", str(folder))
        _run(str(folder / "bin/pip"), "install", "-q", "--compile", "-U", "typer")
    except (CalledProcessError, OSError) as error:
        print(f"the newest Typer is left out, not installed: {error}", file=sys.stderr)
        return None
    return folder / "bin" / "python"


def _from_pypi(peer: Peer, folder: Path) -> Path:
    stamp = folder / "package"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != peer.package:
        shutil.rmtree(folder, ignore_errors=True)
        _run(sys.executable, "-m", "venv", str(folder))
        _run(str(folder / "bin/pip"), "install", "-q", "--compile", peer.package)
        stamp.write_text(peer.package, encoding="utf-8")
    return folder / "bin" / peer.command[0]


def _from_debian(peer: Peer, folder: Path) -> Path:
    """The one of the system, else apt's package unpacked: nothing is installed."""
    there = shutil.which(peer.command[0])
    if there:
        return Path(there)
    program = folder / "usr/bin" / peer.command[0]
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _run("apt-get", "download", "-q", peer.package, folder=folder)
        for package in folder.glob("*.deb"):
            _run("dpkg", "-x", str(package), str(folder))
    return program


def _run(*words: str, folder: Path | None = None) -> None:
    run(words, cwd=folder, check=True, capture_output=True)
