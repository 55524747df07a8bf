vendor: @Name@
profile: @name@-gateway
device: Gateway
setting: tcp idle time-out
default: 1800
seconds: 1800
timer: established
then: forgets
change: set tcp idle-timeout SECONDS
source: an example; name the manual and the chapter here
confidence: low
