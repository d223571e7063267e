#!/bin/bash
# Puts a Neovim of at least 0.11 under FOLDER/neovim; prints the command that runs it.
#
# usage: install_neovim.sh FOLDER
#
# One on the PATH (or named by $NEOVIM) is used where it is new enough. Otherwise the package of
# Debian's next release is taken from the mirror this machine is already set up for, checked as
# apt checks it, and unpacked with its own C library: the system's packages are not touched.
set -euo pipefail

suite=testing
folder=$(mkdir -p "$1" && cd "$1" && pwd)
home=$folder/neovim
run=$home/nvim

new_enough() {
    "$1" --headless --clean +'lua os.exit(vim.fn.has("nvim-0.11") == 1 and 0 or 1)' >/dev/null 2>&1
}

for command in "${NEOVIM:-}" "$run" nvim; do
    if [ -n "$command" ] && command -v "$command" >/dev/null && new_enough "$command"; then
        command -v "$command"
        exit
    fi
done

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -1)
if [ -z "$mirror" ]; then
    echo "install_neovim: no Neovim 0.11 on the PATH, and no Debian mirror to take one from" >&2
    exit 1
fi

rm -rf "$home"
mkdir -p "$home"/apt/{lists/partial,cache/archives/partial,none} "$home/root"
touch "$home/apt/status"
keys=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keys] $mirror $suite main" >"$home/apt/sources.list"
apt() {
    apt-get -q \
        -o Dir::Etc::sourcelist="$home/apt/sources.list" -o Dir::Etc::sourceparts="$home/apt/none" \
        -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts="$home/apt/none" \
        -o Dir::State="$home/apt" -o Dir::State::lists="$home/apt/lists" \
        -o Dir::State::status="$home/apt/status" -o Dir::Cache="$home/apt/cache" \
        -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false \
        -o Debug::NoLocking=1 -o DPkg::Post-Invoke= -o APT::Update::Post-Invoke= "$@" >&2
}
apt update
apt -y --download-only install neovim
for package in "$home"/apt/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$home/root"
done
rm -rf "$home/apt"

cat >"$run" <<'RUN'
#!/bin/bash
# Runs the unpacked Neovim with the C library that was unpacked beside it. Its screen needs
# --remote-ui: it would start itself by the loader's name.
root=$(dirname "$(readlink -f "$0")")/root
for loader in "$root"/usr/lib/*/ld-linux-*.so.*; do
    libraries=$(dirname "$loader")
    export VIMRUNTIME=$root/usr/share/nvim/runtime
    # The parsers are looked for beside the C library of the system.
    exec "$loader" --argv0 nvim --library-path "$libraries" "$root/usr/bin/nvim" \
        --cmd "set runtimepath+=$root/usr/lib/nvim" "$@"
done
echo "no loader under $root" >&2
exit 127
RUN
chmod +x "$run"
new_enough "$run" || { echo "install_neovim: the unpacked Neovim does not start" >&2; exit 1; }
echo "$run"
