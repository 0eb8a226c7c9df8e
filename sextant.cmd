@echo off
rem Starts Sextant from a checkout: finds Java 25 or newer, builds what is missing or stale, runs the application.
rem The same as the script sextant beside it, with the same variables (SEXTANT_JAVA_HOME, SEXTANT_JDK_PINS, SEXTANT_FETCH_JDK)
rem and exit codes: 10 no Java, 11 a download that is not what was pinned, 12 no Maven, 13 the build failed.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "CACHE=%LOCALAPPDATA%\sextant\jdk"
set "JDK="

if defined SEXTANT_JAVA_HOME (
    call :take "%SEXTANT_JAVA_HOME%"
    if not defined JDK (
        echo sextant: SEXTANT_JAVA_HOME is %SEXTANT_JAVA_HOME%, which is not a JDK 25 or newer; change it or unset it. 1>&2
        exit /b 10
    )
)
if not defined JDK if defined JAVA_HOME call :take "%JAVA_HOME%"
if not defined JDK for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :take "%%~dp$PATH:J.."
if not defined JDK for %%D in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\.m2\jdks" "%CACHE%") do (
    for /d %%J in ("%%~D\*") do if not defined JDK call :take "%%~J"
)
if not defined JDK (
    call :fetch
    if errorlevel 1 exit /b
)
if "%~1"=="--java-home" (
    echo %JDK%
    exit /b 0
)

rem The newest source against the stamp of the last build; PowerShell starts slowly, but nothing in cmd compares times of trees.
set "STAMP=%ROOT%\app\target\launcher.stamp"
set "ARGS=%ROOT%\app\target\java.args"
set "STALE=yes"
if exist "%STAMP%" if exist "%ARGS%" for /f %%S in ('powershell -NoProfile -Command "$s = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $f = Get-ChildItem -Path ($env:ROOT + '\pom.xml'), ($env:ROOT + '\app\pom.xml'), ($env:ROOT + '\.mvn'), ($env:ROOT + '\app\src\main'), ($env:ROOT + '\modules\*\pom.xml'), ($env:ROOT + '\modules\*\src\main') -Recurse -Force; if ($f | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1) { 'yes' } else { 'no' }"') do set "STALE=%%S"
if "%STALE%"=="yes" (
    call :build
    if errorlevel 1 exit /b
)

set "KIND=command"
set "VECTORS="
rem cmd takes the = of --data=DIR for a space, so both ways to write it are two arguments here.
call :word %*
if "%WORD%"=="" set "KIND=window"
if "%WORD%"=="evaluate" set "KIND=learning"
if "%WORD%"=="tune" set "KIND=learning"
if "%WORD%"=="run" set "KIND=run"
rem What trains networks gets the module that they compute with.
if not "%KIND%"=="command" set "VECTORS=--add-modules=jdk.incubator.vector"
"%JDK%\bin\java.exe" "-XX:SharedArchiveFile=%ROOT%\app\target\%KIND%.jsa" -XX:+AutoCreateSharedArchive -Xlog:disable "-Xlog:all=warning,cds*=off,aot*=off:stderr" %VECTORS% "-Dsextant.launcher=%ROOT%" "@%ARGS%" io.sextant.app.Launcher %*
exit /b %ERRORLEVEL%

rem What is to be done, behind what says where.
:word
set "WORD=%~1"
if "%~1"=="--portable" shift & goto word
if "%~1"=="--data" shift & shift & goto word
if "%~1"=="--profile" shift & shift & goto word
exit /b 0

rem A JDK that is new enough: its release file says so.
:take
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b /c:"JAVA_VERSION=" "%~1\release"`) do (
    for /f "delims=.+-" %%M in ("%%~V") do if %%M GEQ 25 for %%H in ("%~1") do set "JDK=%%~fH"
)
exit /b 0

:fetch
if not defined SEXTANT_JDK_PINS set "SEXTANT_JDK_PINS=%ROOT%\resources\jdk-25.pins"
set "VERSION="
set "PLATFORM=windows-x64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "PLATFORM=windows-aarch64"
for /f "usebackq tokens=1-4" %%A in ("%SEXTANT_JDK_PINS%") do if "%%A"=="%PLATFORM%" (
    set "VERSION=%%B"
    set "SHA256=%%C"
    set "URL=%%D"
)
if not defined VERSION (
    echo sextant: Java 25 or newer is missing, and there is none to fetch for %PLATFORM%: install a JDK 25 or newer ^(https://adoptium.net^) and run sextant again. 1>&2
    exit /b 10
)
if not "%SEXTANT_FETCH_JDK%"=="yes" (
    choice /c YN /m "Sextant needs Java 25 or newer, and none was found. Fetch Eclipse Temurin %VERSION% (some 140 MB) into %CACHE%?"
    if errorlevel 2 (
        echo sextant: Java 25 or newer is missing: install a JDK 25 or newer ^(https://adoptium.net^) and run sextant again. 1>&2
        exit /b 10
    )
)
if not exist "%CACHE%" mkdir "%CACHE%"
set "WORK=%CACHE%\.fetch.%RANDOM%%RANDOM%"
mkdir "%WORK%"
echo sextant: fetching Java %VERSION% from %URL% 1>&2
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; try { Invoke-WebRequest -UseBasicParsing -Uri $env:URL -OutFile ($env:WORK + '\archive.zip') } catch { exit 10 }; if ((Get-FileHash -Algorithm SHA256 -LiteralPath ($env:WORK + '\archive.zip')).Hash -ne $env:SHA256) { exit 11 }; try { Expand-Archive -LiteralPath ($env:WORK + '\archive.zip') -DestinationPath ($env:WORK + '\jdk'); Move-Item -LiteralPath (Get-ChildItem -LiteralPath ($env:WORK + '\jdk') | Select-Object -First 1).FullName -Destination ($env:CACHE + '\' + $env:VERSION) } catch { exit 12 }; exit 0"
set "ENDED=%ERRORLEVEL%"
rmdir /s /q "%WORK%"
if "%ENDED%"=="11" (
    echo sextant: what came from %URL% is not what was pinned, so it was thrown away. 1>&2
    exit /b 11
)
if "%ENDED%"=="12" (
    echo sextant: the archive of Java could not be unpacked in %CACHE% ^(is the disk full?^). 1>&2
    exit /b 10
)
if not "%ENDED%"=="0" (
    echo sextant: Java could not be fetched ^(no network?^): install a JDK 25 or newer ^(https://adoptium.net^) and run sextant again. 1>&2
    exit /b 10
)
call :take "%CACHE%\%VERSION%"
if not defined JDK (
    echo sextant: what was fetched into %CACHE%\%VERSION% is not a JDK 25 or newer. 1>&2
    exit /b 10
)
rem A plain mvn finds it here.
if not exist "%USERPROFILE%\.m2\jdks" mkdir "%USERPROFILE%\.m2\jdks"
mklink /j "%USERPROFILE%\.m2\jdks\sextant-%VERSION%" "%JDK%" >nul
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo sextant: Maven is missing, which builds Sextant: install it ^(https://maven.apache.org/install.html^), then run sextant again. 1>&2
    exit /b 12
)
echo sextant: building ^(the first time fetches libraries and takes some minutes^) ... 1>&2
if not exist "%ROOT%\app\target" mkdir "%ROOT%\app\target"
rem Made before the build, so that what is edited meanwhile counts as newer.
type nul > "%STAMP%.new"
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -B -q -pl app -am package -Dmaven.test.skip=true -Dspotless.check.skip=true 1>&2
set "ENDED=%ERRORLEVEL%"
popd
if not "%ENDED%"=="0" (
    echo sextant: the build failed; what Maven says stands above. 1>&2
    exit /b 13
)
del /q "%ROOT%\app\target\*.jsa" 2>nul
move /y "%STAMP%.new" "%STAMP%" >nul
exit /b 0
