package org.resetscope.cli.internal;

import java.io.IOException;
import java.util.List;

import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.Watch;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.live.FollowedCapture;

/** Reads a capture for as long as it grows; apart from {@link AnalyzeCommand}, which needs none of these classes otherwise. */
final class Follow {

    private Follow() {
    }

    static int run(String file, List<DeviceProfile> devices, Watch watch, CommandContext context) throws IOException {
        try (FollowedCapture feed = FollowedCapture.open(file, note -> context.err().println("resetscope: " + note))) {
            return watch.run(feed, devices, news -> {
            });
        } catch (CaptureException e) {
            context.err().println("resetscope: " + e.getMessage());
            return ExitCodes.UNREADABLE;
        }
    }
}
