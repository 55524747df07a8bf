package org.resetscope.ui.tests;

import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.advice.Advice;
import org.resetscope.core.advice.Advice.Configuration;
import org.resetscope.core.advice.Advisor;
import org.resetscope.core.model.Reset;

/** Has something to say where a connection was idle. */
public final class TestAdvisor implements Advisor {

    @Override
    public List<Advice> advise(Analysis analysis) {
        return analysis.resets().stream().filter(r -> r.idle() != null && r.primary() == null).limit(1).map(TestAdvisor::advice).toList();
    }

    private static Advice advice(Reset r) {
        return new Advice(List.of(r.flow().server()), 1, 5, 5, 5, false, "1 connection with " + r.flow().server()
                + " cut after 5.0 s of silence, by a timer of at most 5.0 s (it may be shorter: the silence only bounds it).",
                List.of("Keepalive: the first probe after 2 s of silence.", "Time-out of the device: at least 7440 s."),
                new Advice.Values(2, 1, 4, 7440), List.of(
                        new Configuration("linux", "Linux, all programs", "/etc/sysctl.d/90-keepalive.conf, then sysctl --system",
                                "net.ipv4.tcp_keepalive_time = 2\nnet.ipv4.tcp_keepalive_intvl = 1", List.of(),
                                "Works only for sockets on which the program sets SO_KEEPALIVE.", "docs.kernel.org/networking/ip-sysctl"),
                        new Configuration("nginx", "nginx, as server and as proxy", "the server block",
                                "listen 443 so_keepalive=2s:1s:4;\nkeepalive_timeout 2s;", List.of("keepalive.s is 2, the least that it takes; 1 is wanted"),
                                "keepalive_timeout closes idle client connections early.", "nginx.org")));
    }
}
