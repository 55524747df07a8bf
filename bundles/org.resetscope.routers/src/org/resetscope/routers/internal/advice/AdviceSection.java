package org.resetscope.routers.internal.advice;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.report.ReportSection;

/** What a report says of values that would have prevented its resets; nothing where no timer caused one. */
public final class AdviceSection implements ReportSection {

    private static final int MOST_CASES = 3;

    @Override
    public List<String> lines(Analysis analysis) {
        List<Case> cases = Case.of(analysis, () -> IdleTimeouts.of(DeviceProfiles.read().all()));
        List<String> lines = new ArrayList<>();
        cases.stream().limit(MOST_CASES).forEach(c -> lines.add(Words.cut(c) + " " + String.join(" ", Words.values(c))));
        if (cases.size() > MOST_CASES) {
            lines.add((cases.size() - MOST_CASES) + " more of fewer connections.");
        }
        if (!cases.isEmpty()) {
            lines.add("'resetscope advise --for linux,nginx,... CAPTURE' prints this as configuration.");
        }
        return lines;
    }
}
