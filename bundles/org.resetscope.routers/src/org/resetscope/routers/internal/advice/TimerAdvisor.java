package org.resetscope.routers.internal.advice;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.advice.Advice;
import org.resetscope.core.advice.Advisor;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.IdleTimeouts;

/** Keepalives and time-outs that would have prevented resets which a timer caused. */
public final class TimerAdvisor implements Advisor {

    @Override
    public List<Advice> advise(Analysis analysis) {
        List<Case> cases = Case.of(analysis, () -> IdleTimeouts.of(DeviceProfiles.read().all()));
        if (cases.isEmpty()) {
            return List.of();
        }
        Templates templates = Templates.read();
        return cases.stream().map(c -> advice(c, templates)).toList();
    }

    private static Advice advice(Case c, Templates templates) {
        boolean able = c.limit() >= Timing.SHORTEST;
        Timing t = able ? Timing.within(c.limit(), c.longest()) : null;
        List<Advice.Configuration> configurations = new ArrayList<>();
        if (able) {
            templates.all().forEach(template -> configurations.add(configuration(template, template.fill(t, c.servers()))));
        }
        return new Advice(List.copyOf(c.servers()), c.resets(), c.shortest(), c.longest(), c.limit(), c.exact(), Words.cut(c), Words.values(c),
                able ? new Advice.Values(t.keepalive(), t.interval(), t.probes(), t.timeout()) : null, configurations);
    }

    private static Advice.Configuration configuration(Template template, Template.Filled filled) {
        return new Advice.Configuration(template.target(), template.title(), template.where(), filled.text(), filled.notes(), template.tradeOff(),
                template.source());
    }
}
