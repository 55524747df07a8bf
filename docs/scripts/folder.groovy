// One row for each capture of a folder, the worst first; nothing is kept open:  resetscope run folder -- FOLDER
def files = new File(args ? args[0] : '.').listFiles().findAll { it.name ==~ /.*\.(pcap|pcapng|cap)(\.(gz|zst|lz4))?/ }.sort { it.name }
def rows = files.collect { file ->
    def found = analyze(file).resets
    def severities = found.countBy { Severity.of(it) }
    [file.name, found.size(), severities[Severity.ERROR] ?: 0, severities[Severity.WARNING] ?: 0, severities[Severity.INFO] ?: 0]
}
rows.sort { a, b -> b[2] <=> a[2] ?: b[3] <=> a[3] ?: a[0] <=> b[0] }
table rows, 'capture', 'resets', 'error', 'warning', 'harmless'
