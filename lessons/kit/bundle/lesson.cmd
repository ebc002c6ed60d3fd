@echo off
rem Starts the course on Windows, with the JDK in JAVA_HOME or, if it is not set, the one on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version >nul 2>&1
if errorlevel 1 goto missing
"%java%" "-Dinterleave.home=%~dp0." "-Dinterleave.command=%~0" --enable-preview ^
    -Djava.util.concurrent.ForkJoinPool.common.parallelism=3 -XX:+EnableDynamicAgentLoading -XX:-PrintWarnings ^
    -Djdk.attach.allowAttachSelf=true -jar "%~dp0course.jar" %*
exit /b %errorlevel%
:missing
echo Java was not found. The course needs a JDK 25 or newer. Get one at https://adoptium.net, and set JAVA_HOME to its folder. 1>&2
exit /b 2
