#!/bin/bash
# Puts what drives a real VS Code without a display under FOLDER/vscode.
#
# usage: install_vscode.sh FOLDER
#
# VS Code comes as code-server, with the Node it needs, from npm; Chromium is the system's, and
# is installed with apt-get where there is none; playwright-core drives it. Needs npm, a C++
# compiler and Python for code-server's native modules.
set -euo pipefail

code_server=4.139.1 node=24 playwright=1.65
home=$(mkdir -p "$1/vscode" && cd "$1/vscode" && pwd)
machine=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing=()
command -v chromium chromium-browser google-chrome >/dev/null || missing+=(chromium)
[ -e /usr/include/gssapi/gssapi.h ] || missing+=(libkrb5-dev)
if [ ${#missing[@]} -gt 0 ]; then
    as_root apt-get -q update
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y install --no-install-recommends "${missing[@]}"
fi

cd "$home"
if [ "$(cat installed 2>/dev/null)" = "$code_server $node $playwright" ]; then
    exit
fi
rm -rf node node_modules package.json
echo '{"private": true}' >package.json
npm install --no-save --no-package-lock "node-linux-$machine@$node"
mv "node_modules/node-linux-$machine" node
export PATH="$home/node/bin:$PATH" npm_config_nodedir="$home/node" npm_config_unsafe_perm=true
npm install --no-package-lock "code-server@$code_server" "playwright-core@$playwright"
node node_modules/code-server/out/node/entry.js --config "$home/config.yaml" --version
echo "$code_server $node $playwright" >installed
