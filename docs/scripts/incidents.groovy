// A folder with a drawing for each incident, and a report of all:  resetscope run incidents -- FOLDER CAPTURE...
def folder = new File(args[0])
folder.mkdirs()
def analysis = open(args.drop(1))
def first = analysis.resets.unique(false) { it.incident }
first.each { draw it, "$folder/${it.incident}.svg" }
export analysis, "$folder/report.html"
table first, incident: 'incident', drawing: { "${it.incident}.svg" }, summary: 'verdict.summary'
