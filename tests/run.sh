#!/usr/bin/env bash
# Builds once, runs every test, and ends with one line: N passed, N failed, N skipped.
#   bash tests/run.sh           what a push must survive
#   bash tests/run.sh --long    the same with many more simulated seeds
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for argument in "$@"; do
    case "$argument" in
        --long) export CONTACTCENTER_LONG=1 ;;
        *) echo "usage: bash tests/run.sh [--long]" >&2; exit 2 ;;
    esac
done

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "A .NET 10 SDK is needed on PATH (https://dotnet.microsoft.com/download)." >&2
    exit 2
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
# Millions of simulated steps make much garbage: it is collected by 64 MB at a time (in hex).
export DOTNET_GCgen0size=4000000
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

if ! dotnet restore ContactCenter.Core.sln -m:1 -v quiet ||
    ! dotnet build ContactCenter.Core.sln -c Release --no-restore -m:1 -v minimal; then
    echo "The build failed; no test ran." >&2
    echo "0 passed, 0 failed, 0 skipped"
    exit 1
fi

status=0
dotnet test ContactCenter.Core.sln -c Release --no-build -m:1 \
    --logger trx --results-directory "$results" || status=$?

# Redaction reads with what vectors the processor has: once more with those that any has.
if [ -n "${CONTACTCENTER_LONG:-}" ]; then
    DOTNET_EnableAVX2=0 dotnet test tests/ContactCenter.Core.Tests -c Release --no-build \
        --filter 'FullyQualifiedName~.Redaction.' --logger trx --results-directory "$results" || status=$?
fi

# Each trx has one line <Counters total=".." executed=".." passed=".." failed=".." ... />.
sum() {
    { grep -rhoE '<Counters [^>]*' "$results" --include='*.trx' || true; } |
        { grep -oE " $1=\"[0-9]+\"" || true; } | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'
}

total=$(sum total)
passed=$(sum passed)
skipped=$((total - $(sum executed)))
failed=$((total - passed - skipped))

# A test host that dies leaves no failed test behind, yet it has failed.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    echo "dotnet test exited with $status." >&2
    failed=1
fi

[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
