// What logs of endpoints and devices say of each reset:  resetscope run logs -- CAPTURE LOG...
def analysis = open(args[0], log: args.drop(1))
def rows = analysis.resets.collectMany { reset -> reset.log.collect { [reset.id, reset.verdict.cause, it.file + ':' + it.line, it.place ?: '', it.text] } }
if (rows) table rows, 'id', 'cause', 'line', 'place', 'text'
else println 'No line names a connection that was reset, at the time of its reset.'
