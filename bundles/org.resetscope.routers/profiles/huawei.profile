vendor: Huawei

profile: huawei-elb
device: ELB TCP listener

setting: keepalive_timeout
default: 300
seconds: 300
timer: established
then: closes
at-expiry: closed
change: 10..4000 s
source: support.huaweicloud.com elb_faq_0309
confidence: high
