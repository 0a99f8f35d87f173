#!/usr/bin/env bash
# Measures the site under load and compares it, in the same run and on the same core, with a static file served by nginx.
#
# Needs nginx, wrk and curl (Debian: apt-get install nginx-light wrk curl) and two cores: the server has the first, the
# load the second. Usage: bench/site/run.sh [FOLDER]; the folder holds the filled site, 4 GB, and is used again.
# BRIEFS, EVENTS and SECONDS_EACH make it smaller; DETENTE, FILL and LOAD name binaries that are built already.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$here/target/site-bench}
briefs=${BRIEFS:-10000} events=${EVENTS:-1000000} seconds=${SECONDS_EACH:-20}
port=8490 static=8491
mkdir -p "$folder/static" "$folder/temp"

if [ -z "${DETENTE:-}" ]; then
    (cd "$here" && cargo build --release -p detente-cli && cargo build --release -p detente-web --example fill --example load)
fi
detente=${DETENTE:-$here/target/release/detente}
fill=${FILL:-$here/target/release/examples/fill}
load=${LOAD:-$here/target/release/examples/load}

"$fill" "$folder/site.db" "$briefs" "$events"
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true' EXIT

taskset -c 0 "$detente" serve --db "$folder/site.db" --listen "127.0.0.1:$port" --behind-proxy 2>"$folder/serve.log" &
pids+=($!)
server=$!
until curl -sf -o "$folder/home" "http://127.0.0.1:$port/en/"; do sleep 0.2; done

# All copies have the same last part in Arabic.
slug=$(curl -s -o /dev/null -w '%{redirect_url}' "http://127.0.0.1:$port/ar/b/100" | sed 's#.*/##')
page="/ar/b/100/$slug"
curl -s -H 'accept-encoding: gzip' "http://127.0.0.1:$port$page" >"$folder/static/page.html.gz"
curl -s "http://127.0.0.1:$port$page" >"$folder/static/page.html"
style=$(grep -o '/assets/site.css[^"]*' "$folder/static/page.html" | head -1)
sent=$(($(stat -c %s "$folder/static/page.html.gz") + $(curl -s -H 'accept-encoding: gzip' "http://127.0.0.1:$port$style" | wc -c)))
echo "page and style as sent, without fonts: $sent bytes (page unpacked: $(stat -c %s "$folder/static/page.html"))"

cat >"$folder/nginx.conf" <<CONF
worker_processes 1; pid $folder/nginx.pid; error_log $folder/nginx.log; daemon off;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path $folder/temp; proxy_temp_path $folder/temp; fastcgi_temp_path $folder/temp; uwsgi_temp_path $folder/temp; scgi_temp_path $folder/temp;
  server { listen 127.0.0.1:$static; root $folder/static; gzip_static on; } }
CONF
taskset -c 0 nginx -c "$folder/nginx.conf" &
pids+=($!)
until curl -sf -o /dev/null "http://127.0.0.1:$static/page.html"; do sleep 0.2; done

cat >"$folder/rate.lua" <<'LUA'
wrk.headers["accept-encoding"] = "gzip"
function done(summary, latency, _)
  io.write(string.format("%.0f requests/s  p50 %.2f ms  p95 %.2f ms  p99 %.2f ms  errors %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    latency:percentile(99) / 1e3, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
LUA
measure() { taskset -c 1 wrk -t1 -c32 -d"${seconds}s" -s "$folder/rate.lua" "$1" | tail -1; }
memory() { awk '/VmRSS|VmHWM/ {printf "%s %d MB  ", $1, $2 / 1024}' "/proc/$server/status"; echo; }

of_nginx=$(measure "http://127.0.0.1:$static/page.html")
of_site=$(measure "http://127.0.0.1:$port$page")
echo "static file, nginx:      $of_nginx"
echo "brief page, Détente:     $of_site"
awk -v a="${of_site%% *}" -v b="${of_nginx%% *}" 'BEGIN { printf "ratio: %.2f\n", a / b }'
echo "briefs, any of $briefs, once each page is drawn:"
taskset -c 1 "$load" "127.0.0.1:$port" "/ar/b/{n}/$slug" "$seconds" 32 "$briefs"
echo "briefs, any of 1000:"
taskset -c 1 "$load" "127.0.0.1:$port" "/ar/b/{n}/$slug" "$seconds" 32 1000
taskset -c 1 "$load" "127.0.0.1:$port" "/ar/b/{n}/$slug" "$seconds" 32 1000
echo "search, one reader after the other, words that nobody asked for before:"
for words in 'RUS+IRN+{n}' 'treaty+{n}' 'met+talked' 'Iran' 'رسيا+{n}'; do
    printf '  %-14s ' "$words"
    taskset -c 1 "$load" "127.0.0.1:$port" "/en/search?q=$words&x={n}" 5 2 1000000
done
memory
echo "overload: 4 times as many at once as are worked on, for a minute:"
taskset -c 1 "$load" "127.0.0.1:$port" "/en/search?q=Iran+talks+{n}&x={n}" "${OVERLOAD:-60}" 128 100000000
memory
sleep 2
echo "after it:"
measure "http://127.0.0.1:$port$page"
