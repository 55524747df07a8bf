// Resets that a device between sent in a host's name, what shows it, and the way to see them in Wireshark:
//   resetscope run forged -- CAPTURE...
if (args) open(args)
def forged = resets.findAll { it.verdict.sender == Sender.INTERMEDIARY }
forged.each { reset ->
    println "${reset.id}: ${reset.verdict.summary}"
    reset.verdict.evidence.take(2).each { println "    $it.text" }
}
def frames = captures.collectEntries { capture ->
    def numbers = forged*.packets.flatten().findAll { it.frame.capture == capture.id }*.frame*.frame
    [capture.file, numbers ? "frame.number in {${numbers.join(', ')}}" : 'none']
}
table frames, 'capture', 'display filter for Wireshark'
