// All rule files of a folder checked for rules that cause resets:  resetscope run rules -- FOLDER
def files = new File(args ? args[0] : '.').listFiles().findAll { it.name ==~ /.*(\.v4|\.v6|\.nft|\.rules)/ }.sort { it.name }
def findings = files.collectMany { file -> lint(file.path).collect { [file: file.name, finding: it] } }
if (findings.any { it.finding.level.name() == 'ERROR' }) println 'There are rules that cause resets.'
table findings, file: 'file', line: 'finding.line', level: 'finding.level', check: 'finding.check', message: 'finding.message'
