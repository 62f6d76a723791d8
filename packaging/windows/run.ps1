# Brings in what is missing, builds Entente and opens the map that ships with it, or the map named as an argument.
$arguments = @($args | ForEach-Object { if (Test-Path $_) { (Resolve-Path $_).Path } else { $_ } })
. (Join-Path $PSScriptRoot 'prepare.ps1')
Install-WhatIsMissing
Build-Preset 'release'
Say 'Opening the map.'
& (Join-Path $root 'build\release\bin\entente.exe') @arguments
exit $LASTEXITCODE
