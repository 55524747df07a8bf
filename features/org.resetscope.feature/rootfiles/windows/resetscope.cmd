@echo off
rem Starts ResetScope on Windows; see the note on "+" in the start script for Unix. Filled in with the launcher class.
