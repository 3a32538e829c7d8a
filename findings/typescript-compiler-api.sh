#!/usr/bin/env bash
# Guess: `require('typescript')` gives the compiler API (createProgram, getTypeChecker), as it has since 1.x, and the type checkers of
#        linters, documentation and test tools use it; a new major version may change it, and fail loudly if it is gone.
# Seen:  version 7 installs, `require('typescript')` succeeds, and what comes back holds `version` and `versionMajorMinor` only:
#        createProgram is undefined. The API that there is lives under `typescript/unstable/...` and talks to a program in Go.
# In:    npm typescript 7.0.2, and 5.9.3 beside it (2026-11-27). Source of the guess: the wiki "Using the Compiler API".
# Needs: node, npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix . new@npm:typescript@7.0.2 old@npm:typescript@5.9.3 >/dev/null
seen() { node -p "const ts = require('$1'); [ts.version, typeof ts.createProgram].join(' createProgram: ')"; }
old=$(seen old)
new=$(seen new)
printf '%s\n%s\n' "$old" "$new"
if [[ $old == '5.9.3 createProgram: function' && $new == '7.0.2 createProgram: undefined' ]]; then exit 0; fi
echo 'It is no longer so.'
exit 1
