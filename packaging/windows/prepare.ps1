# Dot-sourced by run.ps1 and test.ps1: brings in what is missing with vcpkg, configures and builds.
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path

function Say($words) { Write-Host "`n== $words" }
function Stop-With($words) { Write-Host "`n$words" -ForegroundColor Red; exit 1 }

function Install-WhatIsMissing {
    Say '1/3 Looking for the tools.'
    foreach ($tool in 'git', 'cmake', 'ninja') {
        if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) {
            Stop-With "$tool is missing. Install it with: winget install Git.Git Kitware.CMake Ninja-build.Ninja"
        }
    }
    if (-not (Get-Command cl -ErrorAction SilentlyContinue)) {
        Stop-With 'The C++ compiler is missing here. Install the Visual Studio 2022 Build Tools with "Desktop development with C++", then run this in the "x64 Native Tools" prompt.'
    }
    $vcpkg = if ($env:VCPKG_ROOT) { $env:VCPKG_ROOT } else { Join-Path $root 'build\vcpkg' }
    if (-not (Test-Path (Join-Path $vcpkg 'vcpkg.exe'))) {
        Say "Fetching vcpkg into $vcpkg."
        git clone https://github.com/microsoft/vcpkg $vcpkg
        if ($LASTEXITCODE -ne 0) { Stop-With 'vcpkg could not be fetched. Is this machine connected to the network?' }
        & (Join-Path $vcpkg 'bootstrap-vcpkg.bat') -disableMetrics
        if ($LASTEXITCODE -ne 0) { Stop-With 'vcpkg could not be built.' }
    }
    $fonts = if ($env:ENTENTE_FONTS_DIR) { $env:ENTENTE_FONTS_DIR } else { Join-Path $env:LOCALAPPDATA 'Microsoft\Windows\Fonts' }
    foreach ($font in 'NotoSans-Regular.ttf', 'NotoSans-Bold.ttf', 'NanumGothic.ttf', 'NanumGothicBold.ttf') {
        if (-not (Test-Path (Join-Path $fonts $font))) {
            Stop-With "The font $font is missing. Put Noto Sans (fonts.google.com/noto) and NanumGothic (hangeul.naver.com) as .ttf into a folder and set ENTENTE_FONTS_DIR to it."
        }
    }
    $script:options = @(
        "-DCMAKE_TOOLCHAIN_FILE=$vcpkg\scripts\buildsystems\vcpkg.cmake",
        "-DVCPKG_MANIFEST_DIR=$root\packaging\windows",
        "-DENTENTE_FONTS_DIR=$fonts"
    )
}

function Build-Preset($preset) {
    Push-Location $root
    try {
        Say "2/3 Configuring ($preset). The first time vcpkg builds Qt, which takes an hour or more."
        cmake --preset $preset @script:options
        if ($LASTEXITCODE -ne 0) { Stop-With 'The build could not be configured; the lines above say what is missing.' }
        Say '3/3 Building.'
        cmake --build --preset $preset
        if ($LASTEXITCODE -ne 0) { Stop-With 'The build failed; the lines above say where.' }
    } finally { Pop-Location }
}
