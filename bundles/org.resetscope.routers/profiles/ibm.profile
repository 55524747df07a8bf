vendor: IBM

profile: ibm-vpc-public-gateway
device: VPC public gateway

setting: TCP idle
default: 240 (4 min)
seconds: 240
timer: established
then: forgets
at-expiry: port of the connection is given away
change: not configurable; keepalive < 240 s
source: ibm.com/cloud/blog "Troubleshooting Outgoing Connection Issues with IBM VPC Public and Service Gateways"
confidence: high
