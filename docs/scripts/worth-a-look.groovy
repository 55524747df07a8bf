// What to look at first: the worst resets, one for each cause and server, with what to do:  resetscope run worth-a-look -- CAPTURE...
if (args) open(args)
def worst = resets.findAll { !it.primary && Severity.of(it) > Severity.INFO }.sort { -Severity.of(it).ordinal() }
def different = worst.unique(false) { [it.verdict.cause, it.flow.server] }.take(10)
different.each { reset ->
    def same = resets.count { it.verdict.cause == reset.verdict.cause && it.flow.server == reset.flow.server }
    println "${Severity.of(reset).id()}: ${reset.verdict.summary}"
    println "    ${reset.id}, ${reset.flow.client} -> ${reset.flow.server}${same > 1 ? ", and ${same - 1} like it" : ''}"
    reset.verdict.remedy.take(2).each { println "    - $it" }
}
if (!different) println 'Nothing: there are no resets, or harmless ones only.'
