#!/usr/bin/env bash
# Guess: a command of Stripe's command line whose API call is refused (404, 400) ends with another code than 0, so that a script
#        under `set -e` stops. `stripe trigger` does so.
# Seen:  `stripe get`, and resource commands such as `stripe refunds create`, print the error's JSON on stdout and end with 0.
# In:    npm @stripe/cli 1.52.0 (2026-11-27). Source of the guess: curl --fail, gh api, aws, and the CLI's own `trigger`.
# Needs: node, npm. Talks to a server of its own on 127.0.0.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix . @stripe/cli@1.52.0 >/dev/null

cat >server.js <<'JS'
const answer = { error: { type: 'invalid_request_error', code: 'resource_missing', message: "No such charge: 'ch_none'", param: 'charge' } };
require('http').createServer((request, response) => {
  response.writeHead(404, { 'Content-Type': 'application/json', 'Request-Id': 'req_1' }).end(JSON.stringify(answer));
}).listen(0, '127.0.0.1', function () { require('fs').writeFileSync('port', String(this.address().port)); });
JS
node server.js & server=$!
until [[ -s port ]]; do sleep 0.1; done

export HOME=$folder STRIPE_CLI_TELEMETRY_OPTOUT=1 HTTPS_PROXY=http://127.0.0.1:9 NO_PROXY=127.0.0.1
stripe() { node node_modules/@stripe/cli/bin/shim.js "$@" --api-base "http://127.0.0.1:$(cat port)" --api-key sk_test_000000000000 </dev/null; }
status=0
for call in 'get /v1/charges/ch_none' 'refunds create -d charge=ch_none'; do
  code=0
  # shellcheck disable=SC2086
  output=$(stripe $call 2>/dev/null) || code=$?
  printf 'stripe %s: the API answered 404, the exit code is %s, stdout: %s\n' "$call" "$code" "$output"
  [[ $code == 0 && $output == *resource_missing* ]] || status=1
done
if ((status != 0)); then echo 'It is no longer so.'; fi
exit "$status"
