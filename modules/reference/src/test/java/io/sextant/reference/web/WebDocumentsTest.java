package io.sextant.reference.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sextant.reference.LoopbackSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebDocumentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LoopbackSite site = new LoopbackSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void givesUpOnABodyThatNeverComesAndReadsTheNextDocument() {
        site.page("/stalled", "a body of some length");
        site.page("/other", "hello");
        site.stall("/stalled");
        try (WebDocuments web = new WebDocuments(Duration.ofMillis(300))) {
            assertTimeoutPreemptively(PATIENCE, () -> {
                assertThatThrownBy(() -> web.fetch(site.address("/stalled"), Map.of()))
                        .isInstanceOf(WebException.class)
                        .hasMessage("127.0.0.1 did not send its document in time");
                assertThat(web.fetch(site.address("/other"), Map.of()).orElseThrow())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("hello");
            });
        }
    }

    @Test
    void closingEndsAFetchThatWaits() throws Exception {
        site.page("/stalled", "a body of some length");
        site.stall("/stalled");
        CompletableFuture<Object> fetched = new CompletableFuture<>();
        try (WebDocuments web = new WebDocuments()) {
            Thread.ofVirtual().start(() -> {
                try {
                    fetched.complete(web.fetch(site.address("/stalled"), Map.of()));
                } catch (Exception e) {
                    fetched.completeExceptionally(e);
                }
            });
            while (site.requests().isEmpty()) {
                Thread.onSpinWait();
            }
        }
        assertThatThrownBy(() -> fetched.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(WebException.class);
    }

    @Test
    void refusesADocumentThatIsTooLargeZippedOrNot() throws Exception {
        String large = "x".repeat((16 << 20) + 1);
        site.page("/large", large);
        site.zippedPage("/bomb", large);
        try (WebDocuments web = new WebDocuments()) {
            for (String path : new String[] {"/large", "/bomb"}) {
                assertThatThrownBy(() -> web.fetch(site.address(path), Map.of()))
                        .as(path)
                        .isInstanceOf(WebException.class)
                        .hasMessage("127.0.0.1 sent more than 16 MB");
            }
        }
    }
}
