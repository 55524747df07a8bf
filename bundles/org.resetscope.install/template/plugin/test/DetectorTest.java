package @id@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.model.Verdict;

class @Name@DetectorTest {

    @Test
    void aResetWithItsWindowIsExplained() {
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of("test/@name@.pcap")), Settings.DEFAULT, null);
        assertEquals(List.of(), analysis.problems());
        Verdict verdict = analysis.resets().get(0).verdict();
        assertEquals("middlebox.idle.@name@", verdict.cause());
        assertTrue(verdict.evidence().stream().anyMatch(e -> e.detector().equals("@name@")), verdict.explanation());
    }

    @Test
    void theProfileIsRead() {
        assertEquals(List.of(), DeviceProfiles.read().problems());
        assertEquals("@Name@ Gateway", DeviceProfiles.read().find("@name@-gateway").orElseThrow().title());
    }
}
