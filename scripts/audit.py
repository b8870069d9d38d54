"""Hold what kpibot is made of against the known vulnerabilities; where nobody can tell, that is said aloud.

pip-audit asks an advisory service. Behind a mirror, or without a network, it finds nothing and calls that well.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PINS = ("requirements-postgresql.txt", "requirements-dev.txt")
SECONDS = 120


def main() -> int:
    """Audit all pins; returns 1 where one is vulnerable."""
    found = _asked()
    if not found:
        print("audit: SKIPPED, the advisory service does not answer; nothing is known of any vulnerability")
        return 0
    unknown = [one for one in found if "skip_reason" in one]
    bad = [(one, each) for one in found for each in one.get("vulns", ())]
    for one, each in bad:
        mended = ", ".join(each["fix_versions"]) or "none yet"
        print(f"audit: {one['name']} {one['version']} has {each['id']}; mended in: {mended}")
    if unknown:
        print(f"audit: SKIPPED for {len(unknown)} of {len(found)} packages, which the advisory service does not know")
    if len(unknown) < len(found):
        print(f"audit: {len(bad)} known vulnerabilities in {len(found) - len(unknown)} packages")
    return 1 if bad else 0


def _asked() -> list[dict[str, Any]] | None:
    """What pip-audit tells of each pinned package; None where it does not come to an end."""
    pins = [f"--requirement={ROOT / name}" for name in PINS]
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--format=json", *pins]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None
    return packages


if __name__ == "__main__":
    sys.exit(main())
