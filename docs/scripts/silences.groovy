// How long connections were silent before they were reset; equal silences are a timer, and profiles say whose:
//   resetscope run silences -- CAPTURE...
if (args) open(args)
def silent = resets.findAll { it.idle }.sort { -it.idle.nanos }
show table(silent, id: 'id', client: { it.flow.client }, server: { it.flow.server }, 'silent for (s)': { it.idle.nanos / 1e9d },
    'ended by': { it.idle.endedBySender ? 'the sender of the reset' : 'the other side' })
def timers = Patterns.of(new Analysis(captures, resets, [], false)).silences
if (timers) table timers, who: { it.subject.words() }, 'silence (s)': { it.nanos / 1e9d }, resets: 'resets', 'known device': { it.timeout?.users?.first()?.profile?.title() }
