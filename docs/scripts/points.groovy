// Where each reset was seen, and where it was born:  resetscope run points -- client=CAPTURE server=CAPTURE...
def named = args.collectEntries { it.split('=', 2) as List }
def compared = open(named)
def names = compared.captures.collectEntries { [it.id, it.point] }
table compared.resets, id: 'id', 'in the name of': 'claimedSender', 'seen at': { it.packets.collect { names[it.frame.capture] }.unique() },
    'sent by': 'verdict.sender', where: 'verdict.location', cause: 'verdict.cause'
