# shellcheck shell=bash
# Sourced by run and test: brings in what is missing, configures and builds. Speaks to the person in front of it.

# What Debian 12 calls it; a|b where another release has another name.
debian_packages=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-charts-dev "libqt6opengl6-dev|qt6-base-dev" "libqt6svg6-dev|qt6-svg-dev"
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    "qt6-pdf-dev|qt6-webengine-dev" libarchive-dev libxml2-dev
    libsqlite3-dev sqlite3 libboost-graph-dev
    libgtest-dev libbenchmark-dev
    fonts-noto-core fonts-nanum
    poppler-utils libxml2-utils xvfb
)
homebrew_packages=(cmake ninja ccache pkg-config qt sqlite boost libarchive libxml2 googletest google-benchmark poppler)
homebrew_fonts=(font-noto-sans font-nanum-gothic)

say() { printf '\n== %s\n' "$*"; }
stop() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# Qt and names outside ASCII need a UTF-8 locale, which a bare machine has not chosen.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
*[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
*) export LC_ALL=C.UTF-8 ;;
esac

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Prints the packages that are not there, alternatives unresolved.
missing_packages() {
    local entry name found
    for entry in "${debian_packages[@]}"; do
        found=no
        for name in ${entry//|/ }; do
            if is_installed "$name"; then
                found=yes
                break
            fi
        done
        [ "$found" = yes ] || printf '%s\n' "$entry"
    done
}

# The first of the alternatives that this release offers.
offered_package() {
    local name
    for name in ${1//|/ }; do
        if apt-cache show "$name" >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    printf '%s\n' "${1%%|*}"
}

install_with_apt() {
    local missing=() names=() entry as_root=()
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -eq 0 ]; then
        say "1/3 Everything that is needed is installed."
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            stop "Packages are missing (${missing[*]}) and there is no sudo to install them with. Run this once as root, or install them yourself."
        as_root=(sudo)
        say "1/3 Installing ${#missing[@]} packages with apt; sudo may ask for your password."
    else
        say "1/3 Installing ${#missing[@]} packages with apt."
    fi
    printf '    %s\n' "${missing[@]}"
    # A repository that does not answer is no reason to stop: the packages may come from the others.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update ||
        printf 'The lists of packages could not all be brought up to date; going on with what is there.\n' >&2
    for entry in "${missing[@]}"; do
        names+=("$(offered_package "$entry")")
    done
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${names[@]}" ||
        stop "The packages could not be installed. Is this machine connected to the network, and does its release have Qt 6.4 (Debian 12, Ubuntu 24.04 or later)? Nothing else has been changed."
}

install_with_homebrew() {
    command -v brew >/dev/null || stop "Homebrew is needed to install what is missing: see https://brew.sh, then run this again."
    say "1/3 Installing what is missing with Homebrew."
    local name
    for name in "${homebrew_packages[@]}"; do
        brew list --formula "$name" >/dev/null 2>&1 || brew install "$name" || stop "$name could not be installed. Is this machine connected to the network?"
    done
    for name in "${homebrew_fonts[@]}"; do
        brew list --cask "$name" >/dev/null 2>&1 || brew install --cask "$name" || stop "The font $name could not be installed."
    done
    configure_options+=("-DCMAKE_PREFIX_PATH=$(brew --prefix qt);$(brew --prefix sqlite);$(brew --prefix libarchive);$(brew --prefix libxml2)" "-DENTENTE_FONTS_DIR=$HOME/Library/Fonts")
}

install_what_is_missing() {
    if [ "$(uname -s)" = Darwin ]; then
        install_with_homebrew
    elif command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        install_with_apt
    else
        stop "This script installs with apt (Debian, Ubuntu) or Homebrew. Elsewhere install a C++20 compiler, CMake 3.25, Ninja, Qt 6.4 with Charts and Svg, SQLite 3.40, libarchive, libxml2, Boost, GoogleTest, Noto Sans and NanumGothic, then: cmake --preset release && cmake --build --preset release"
    fi
}

# As many compilers as there are cores, but not more than the memory holds (about 1 GB each).
jobs_here() {
    local cores memory
    cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    if [ -r /proc/meminfo ]; then
        memory=$(awk '/^MemAvailable:/ { print int($2 / 1000000) }' /proc/meminfo)
        [ "${memory:-0}" -ge 1 ] || memory=1
        [ "$memory" -lt "$cores" ] && cores=$memory
    fi
    echo "$cores"
}

# build PRESET: configures and builds.
build() {
    say "2/3 Configuring ($1)."
    cmake --preset "$1" ${configure_options[@]+"${configure_options[@]}"} ||
        stop "The build could not be configured; the lines above say what is missing."
    say "3/3 Building with $(jobs_here) jobs. The first time takes some minutes."
    cmake --build --preset "$1" --parallel "$(jobs_here)" || stop "The build failed; the lines above say where."
}

configure_options=()
