// How many resets there are of each cause:  resetscope run by-cause -- CAPTURE...
if (args) open(args)
def byCause = resets.groupBy { it.verdict.cause }
def rows = byCause.collect { cause, all -> [Causes.title(cause), all.size(), all*.verdict*.sender.unique()] }
table rows.sort { -it[1] }, 'cause', 'resets', 'sender'
