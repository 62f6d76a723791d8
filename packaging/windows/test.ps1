# Brings in what is missing, builds Entente with warnings as errors and runs all tests.
. (Join-Path $PSScriptRoot 'prepare.ps1')
Install-WhatIsMissing
$script:options += "-DENTENTE_DOCUMENTS_DIR=$env:ENTENTE_DOCUMENTS_DIR"
Build-Preset 'ci'
Say 'Running the tests.'
$env:QT_QPA_PLATFORM = 'offscreen'
Push-Location $root
ctest --preset ci
$code = $LASTEXITCODE
Pop-Location
exit $code
