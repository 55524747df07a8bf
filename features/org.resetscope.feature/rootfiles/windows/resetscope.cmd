@echo off
rem Starts ResetScope: the workbench without arguments or with files alone, the command line with a subcommand or an option.
rem RESETSCOPE_JAVA: the java.exe to run; RESETSCOPE_JAVA_OPTS: more options for it. See the script for Unix for the whys.
setlocal DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if defined RESETSCOPE_JAVA set "java=%RESETSCOPE_JAVA%"

set version=
for /f "tokens=3" %%v in ('call "%java%" -version 2^>^&1 ^| findstr /i "version"') do if not defined version set "version=%%~v"
for /f "delims=.-+" %%v in ("%version%") do set "major=%%v"
if not defined major set major=0
if %major% LSS 17 (
    echo resetscope: needs Java 17 or newer ^(set JAVA_HOME or RESETSCOPE_JAVA^) 1>&2
    exit /b 5
)

set "configuration=%home%\configuration"
set "own=%LOCALAPPDATA%\ResetScope"
set "options=-Dfile.encoding=UTF-8"
copy /y nul "%configuration%\.writable" >nul 2>nul
if exist "%configuration%\.writable" (del "%configuration%\.writable") else set "configuration=%own%\install\configuration"
for %%l in ("%home%\plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%l"
set "main=org.resetscope.cli.internal.EquinoxMain"

if "%~1"=="" goto workbench
for %%c in (analyze lint routers advise run console live guide trace help new-plugin install update plugins uninstall) do if "%~1"=="%%c" goto headless
set "first=%~1"
if "%first:~0,1%"=="-" goto headless
if exist "%~1" goto workbench

:headless
rem How much there is to read: tiny, usual, large, or unknown (a pipe).
set "command=%~1"
set "amount=tiny"
for %%c in (console run live) do if "%command%"=="%%c" set "amount=unknown"
:measure
if "%~1"=="" goto measured
if "%~1"=="-" set "amount=unknown"
set "size="
if exist "%~1" set "size=%~z1"
if not defined size set "size=0"
if %amount%==tiny if %size% GEQ 524288 set "amount=usual"
rem cmd takes larger numbers for this one
if not %amount%==unknown if %size% GEQ 2147483647 set "amount=large"
shift
goto measure
:measured
set "options=%options% -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr"
set "collector=-XX:+UseParallelGC"
if %amount%==tiny set "collector=-XX:+UseSerialGC"
if defined RESETSCOPE_JAVA_OPTS if not "%RESETSCOPE_JAVA_OPTS:GC=%"=="%RESETSCOPE_JAVA_OPTS%" set "collector="
set "compiler="
set "memory="
if %amount%==tiny set "compiler=-XX:TieredStopAtLevel=1"
if %amount%==usual set "compiler=-XX:TieredStopAtLevel=1 -XX:Tier3LoadFeedback=100"
if %amount%==usual if not defined RESETSCOPE_JAVA_OPTS set "memory=-XX:NewRatio=1 -XX:InitialRAMPercentage=3"
if "%command%"=="live" set "memory=-Xmx512m"
set "options=%options% %collector% %compiler% %memory%"
if defined RESETSCOPE_OSGI goto osgi
for %%c in (install update plugins uninstall) do if "%command%"=="%%c" goto osgi
if exist "%home%\dropins\*" goto osgi
set "info=org.eclipse.equinox.simpleconfigurator\bundles.info"
fc /b "%home%\lib\shipped.info" "%home%\configuration\%info%" >nul 2>nul || goto osgi
if not exist "%configuration%\%info%" goto shipped
fc /b "%home%\lib\shipped.info" "%configuration%\%info%" >nul 2>nul || goto osgi
:shipped
rem What was loaded before is kept, once for each installation and Java: see the script for Unix. The archive is whole once it can be renamed.
for %%j in ("%home%\lib\resetscope.jar") do set "key=%%~zj-%%~tj"
set "key=%key:/=%"
set "key=%key::=%"
set "key=%key: =%"
set "archive=%own%\classes-%version%-%key%"
if exist "%archive%.new" ren "%archive%.new" "classes-%version%-%key%.jsa" 2>nul
if exist "%archive%.jsa" goto archived
if exist "%archive%" goto start
mkdir "%archive%" 2>nul
if not exist "%archive%" goto start
start "" /b "%java%" %options% "-Dresetscope.registry=%archive%" "-XX:ArchiveClassesAtExit=%archive%.new" -cp "%home%\lib\resetscope.jar" org.resetscope.cli.internal.Training "%home%\lib\training.pcap" <nul >nul 2>nul
goto start
:archived
set options=%options% "-XX:SharedArchiveFile=%archive%.jsa" "-Dresetscope.registry=%archive%"
:start
set "classpath=%home%\lib\resetscope.jar"
for %%c in (run console) do if "%command%"=="%%c" set "classpath=%home%\lib\resetscope.jar;%home%\lib\scripting.jar"
if "%command%"=="live" set "classpath=%home%\lib\resetscope.jar;%home%\lib\capturing.jar"
"%java%" -Xshare:auto %options% %RESETSCOPE_JAVA_OPTS% -cp "%classpath%" org.resetscope.cli.internal.Main %*
exit /b %errorlevel%

:osgi
"%java%" %options% %RESETSCOPE_JAVA_OPTS% -cp "%home%\lib\resetscope.jar" %main% "%launcher%" -install "%home%" -nosplash -configuration "%configuration%" -data @none -application org.resetscope.cli.app -- %*
exit /b %errorlevel%

:workbench
rem Several at once: each has a workspace. The lock of one in use is open, so that it cannot be deleted.
set number=1
set "workspace=%own%\workspace"
:taken
del /q "%workspace%\.metadata\.lock" 2>nul
if not exist "%workspace%\.metadata\.lock" goto again
set /a number+=1
set "workspace=%own%\workspace-%number%"
if %number% LSS 9 goto taken
rem A window must not stand still while garbage is collected.
set "window=-XX:+UseZGC"
if defined RESETSCOPE_JAVA_OPTS if not "%RESETSCOPE_JAVA_OPTS:GC=%"=="%RESETSCOPE_JAVA_OPTS%" set "window="
:again
"%java%" -Xmx2g -XX:TieredStopAtLevel=1 %window% %options% %RESETSCOPE_JAVA_OPTS% -cp "%home%\lib\resetscope.jar" %main% "%launcher%" -install "%home%" -nosplash -configuration "%configuration%" -data "%workspace%" -- %*
if %errorlevel%==23 goto again
exit /b %errorlevel%
