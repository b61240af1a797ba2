"""The lock files agree, and name no index of their own."""

from __future__ import annotations

import re
import tomllib

import pytest

PUBLIC_HOSTS = {"pypi.org", "files.pythonhosted.org"}


def read_pins(path):
    return dict(re.findall(r"^([\w.-]+)==([\w.+!-]+)", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def locked(root):
    packages = tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))["package"]
    return {package["name"]: package.get("version") for package in packages}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_pins_are_those_of_the_lock(root, locked, name):
    pins = read_pins(root / name)

    assert pins
    assert pins.items() <= locked.items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_its_hashes(root, name):
    requirements = re.split(r"\n(?=\S)", (root / name).read_text(encoding="utf-8").strip())

    assert all("--hash=sha256:" in requirement for requirement in requirements)


def test_requirements_name_no_index(root):
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert not re.search(r"://|--index|--find-links", (root / name).read_text(encoding="utf-8"))


def test_lock_names_public_hosts_only(root):
    hosts = set(re.findall(r"https?://([^/\"]+)", (root / "uv.lock").read_text(encoding="utf-8")))

    assert hosts <= PUBLIC_HOSTS


def test_direct_dependencies_are_pinned(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.match(r"[\w-]+", requirement)[0] for requirement in project["dependencies"]}

    assert wanted <= set(read_pins(root / "requirements.lock"))
