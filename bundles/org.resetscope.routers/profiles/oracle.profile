vendor: Oracle

profile: oci-load-balancer
device: OCI Load Balancer

setting: keep-alive to the client
default: 65
seconds: 65
timer: established
then: closes
at-expiry: closed
change: not configurable
source: docs.cloud.oracle.com Balance/Reference/connectionreuse, "Load Balancer Timeout Connection Settings"
confidence: high

setting: keep-alive to the backend
default: 300
seconds: 300
timer: established
then: closes
at-expiry: closed; a backend that closes earlier resets the request that crosses it
change: not configurable; keep-alive of the backend >= 310 s
source: docs.cloud.oracle.com Balance/Reference/connectionreuse, "Load Balancer Timeout Connection Settings"
confidence: high

profile: mysql-server
device: MySQL Server

setting: wait_timeout
default: 28800 (8*60*60)
seconds: 28800
timer: established
then: closes
at-expiry: server closes; the next query meets RST ("server has gone away")
change: SET GLOBAL wait_timeout = N
source: MySQL include/mysql_com.h, NET_WAIT_TIMEOUT
confidence: high
