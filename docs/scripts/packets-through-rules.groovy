// What rules do with stray and unusual packets from either side:  resetscope run packets-through-rules -- RULES...
def packets = ['syn', 'in-order-data', 'over-window', 'below-window', 'ack-over', 'in-window-reordered', 'stray-A', 'late-RA']
def rows = packets.collectMany { packet ->
    ['client', 'server'].collect { side ->
        def answer = trace(*args, packet: packet, from: side)
        [packet, side, answer.verdict, answer.resetBy ?: '', answer.connection ?: '', (answer.path.find { it.effect == answer.verdict } ?: answer.path.last()).rule]
    }
}
table rows, 'packet', 'from', 'rules', 'reset by', 'connection', 'by'
