#!/usr/bin/env bash
# Guess: `--api-base http://127.0.0.1:PORT/prefix` calls below /prefix, as Stripe.net's ApiBase does; and localhost is as good as
#        127.0.0.1.
# Seen:  the prefix is dropped without a word (the call goes to /v1/...), and http://localhost:PORT is "invalid API base URL".
# In:    npm @stripe/cli 1.52.0 (2026-11-27). Source of the guess: the flag's help text, "Sets the API base URL", and Stripe's own
#        libraries.
# Needs: node, npm. Talks to a server of its own on this machine.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix . @stripe/cli@1.52.0 >/dev/null

cat >server.js <<'JS'
require('http').createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ called: request.url }));
}).listen(0, '127.0.0.1', function () { require('fs').writeFileSync('port', String(this.address().port)); });
JS
node server.js & server=$!
until [[ -s port ]]; do sleep 0.1; done

export HOME=$folder STRIPE_CLI_TELEMETRY_OPTOUT=1 HTTPS_PROXY=http://127.0.0.1:9 NO_PROXY=127.0.0.1,localhost
get() { node node_modules/@stripe/cli/bin/shim.js get /v1/balance --api-base "$1" --api-key sk_test_000000000000 </dev/null 2>&1; }
with_path=$(get "http://127.0.0.1:$(cat port)/prefix")
by_name=$(get "http://localhost:$(cat port)") || true
echo "http://127.0.0.1:PORT/prefix: $with_path"
echo "http://localhost:PORT: $by_name"
if [[ $with_path == *'"called":"/v1/balance"'* && $by_name == *'invalid API base URL'* ]]; then exit 0; fi
echo 'It is no longer so.'
exit 1
