@echo off
rem Runs the task manager of examples\console; builds it first when it is missing.
setlocal
set "jar=%~dp0examples\console\target\console.jar"
if not exist "%jar%" (
  echo console: building, this takes a minute the first time 1>&2
  pushd "%~dp0"
  call mvnw.cmd -q -pl examples/console -am -Dmaven.test.skip package 1>&2
  popd
)
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java") else (set "java=java")
"%java%" -jar "%jar%" %*
