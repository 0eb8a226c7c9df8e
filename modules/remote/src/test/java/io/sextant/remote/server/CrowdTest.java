package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients and ten thousand facts a second to each of them, over real lines. By hand with {@code -Dsextant.crowd.seconds=600}. */
class CrowdTest {

    private static final int CLIENTS = Integer.getInteger("sextant.crowd.clients", 50);
    private static final int WINDOWS = Integer.getInteger("sextant.crowd.windows", 2);
    private static final int A_SECOND = Integer.getInteger("sextant.crowd.rate", 10_000);
    private static final int SECONDS = Integer.getInteger("sextant.crowd.seconds", 60);

    @TempDir
    private Path folder;

    @Test
    @Tag("soak")
    void everybodyHearsEveryFactOnceInOrderAndEndsWithTheNewestState() throws Exception {
        CrowdRun.Found found = CrowdRun.run(folder, CLIENTS, WINDOWS, A_SECOND, SECONDS);

        System.out.println(CrowdRun.text(found, CLIENTS));
        assertThat(found.of("missing")).as("facts that did not come").isZero();
        assertThat(found.of("gaps")).as("facts that were passed over").isZero();
        assertThat(found.of("doubled")).as("facts that came twice").isZero();
        assertThat(found.of("statesWrong")).as("clients whose state is old").isZero();
        assertThat(found.of("broken")).as("lines that broke").isZero();
        assertThat(found.of("facts")).isGreaterThanOrEqualTo(Math.round(CLIENTS * (double) A_SECOND * SECONDS));
    }
}
