#!/usr/bin/env bash
# install.sh FOLDER: installs the clients of package.json into FOLDER, unless they are there. Then set DIGESTBOT_CLIENTS=FOLDER.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
if cmp -s "$here/package.json" "$1/package.json" && [ -f "$1/installed" ]; then exit 0; fi
cp "$here/package.json" "$1/package.json"
(cd "$1" && npm install --no-package-lock --no-audit --no-fund --loglevel=error >/dev/null)
touch "$1/installed"
