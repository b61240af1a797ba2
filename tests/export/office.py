"""LibreOffice without windows, which settles all tracked changes of Word documents as a reader would by its menu."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

_MOST_SECONDS = 120
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" script:language="StarBasic">
Sub SettleAll(folder As String, names As String)
    For Each name In Split(names, "/")
        SettleOne(folder &amp; name, "Accept")
        SettleOne(folder &amp; name, "Reject")
    Next
End Sub

Sub SettleOne(address As String, choice As String)
    Dim opening(0) As New com.sun.star.beans.PropertyValue
    opening(0).Name = "Hidden"
    opening(0).Value = True
    document = StarDesktop.loadComponentFromURL(address &amp; ".docx", "_blank", 0, opening())
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:" &amp; choice &amp; "AllTrackedChanges", "", 0, Array())
    Dim saving(0) As New com.sun.star.beans.PropertyValue
    saving(0).Name = "FilterName"
    saving(0).Value = "MS Word 2007 XML"
    document.storeToURL(address &amp; "." &amp; choice &amp; ".docx", saving())
    document.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Settling"/></library:library>
"""


@dataclass(frozen=True, slots=True)
class Settled:
    """A Word document as LibreOffice saves it with all changes accepted, and with all rejected."""

    accepted: bytes
    rejected: bytes


def settle(folder: Path, documents: Mapping[str, bytes]) -> dict[str, Settled]:
    """All documents under their names (letters and digits); skips the test where LibreOffice is not installed."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("there is no LibreOffice here; install libreoffice-writer-nogui")
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    _run(office, folder, "--terminate_after_init")
    library = folder / "profile" / "user" / "basic" / "Standard"
    (library / "Settling.xba").write_text(_MODULE, encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    _run(office, folder, f'macro:///Standard.Settling.SettleAll("{folder.as_uri()}/", "{"/".join(documents)}")')
    return {name: Settled(*(_read(folder, name, choice) for choice in ("Accept", "Reject"))) for name in documents}


def _run(office: str, folder: Path, what: str) -> None:
    """Start it with a profile of its own, which the first start fills."""
    command = [office, f"-env:UserInstallation={folder.as_uri()}/profile", "--headless", "--norestore", what]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=_MOST_SECONDS)


def _read(folder: Path, name: str, choice: str) -> bytes:
    return (folder / f"{name}.{choice}.docx").read_bytes()
