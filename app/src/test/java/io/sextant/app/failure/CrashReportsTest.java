package io.sextant.app.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportsTest {

    private static final String SECRET = "planted-Secret-51c0ffee";

    @TempDir
    Path data;

    @Test
    void aReportTellsWhereItFailedAndNoSecretFromAnyMessage() throws IOException {
        IllegalStateException failure =
                new IllegalStateException("token " + SECRET, new IOException("https://x/?key=" + SECRET));
        failure.addSuppressed(new RuntimeException(SECRET));
        failure.addSuppressed(new ArithmeticException(SECRET));
        failure.addSuppressed(new IndexOutOfBoundsException("Index " + SECRET + " out of bounds for length 3"));
        System.setProperty("sextant.test.planted", SECRET);

        String report = Files.readString(reports().write(failure).orElseThrow());

        System.clearProperty("sextant.test.planted");
        assertThat(report)
                .doesNotContain(SECRET)
                .doesNotContain(data.toString())
                .doesNotContain(System.getProperty("user.home"))
                .contains("java.lang.IllegalStateException")
                .contains("because of java.io.IOException")
                .contains("and beside it java.lang.RuntimeException")
                .contains("aReportTellsWhereItFailed")
                .startsWith("Sextant 1.2.3 failed on ");
    }

    @Test
    void whatTheMachineSaysInNumbersIsTold() throws IOException {
        int[] three = new int[3];
        List<RuntimeException> thrown = Stream.<Runnable>of(
                        () -> three[Integer.parseInt("7")]++,
                        () -> List.of(1, 2).get(5),
                        () -> assertThat("abc".substring(2, 1)).isEmpty(),
                        () -> Math.floorDiv(1, Integer.parseInt("0")))
                .map(CrashReportsTest::caught)
                .toList();
        CrashReports reports = reports();

        List<String> texts = thrown.stream()
                .map(failure -> read(reports.write(failure).orElseThrow()))
                .toList();

        assertThat(texts.get(0)).contains("Index 7 out of bounds for length 3");
        assertThat(texts.get(2)).contains("[2, 1) out of bounds for length 3");
        assertThat(texts.get(3)).contains("/ by zero");
    }

    @Test
    void onePlaceIsToldOnceAndOldReportsGo() throws IOException {
        CrashReports reports = reports();
        RuntimeException same = new RuntimeException("x");
        assertThat(reports.write(same)).isPresent();
        assertThat(reports.write(same)).isEmpty();
        Path folder = data.resolve("crashes");
        for (int i : IntStream.range(0, 40).toArray()) {
            Files.createFile(folder.resolve(String.format(Locale.ROOT, "crash-20200101-000000-%03d.txt", i)));
        }

        assertThat(reports.write(new IllegalStateException("y"))).isPresent();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(20);
        }
    }

    @Test
    void theNewestReportSinceAMomentIsFound() {
        long before = new SystemClock().nanos();
        assertThat(CrashReports.newestSince(data, before)).isEmpty();

        Optional<Path> written = reports().write(new RuntimeException("x"));

        assertThat(CrashReports.newestSince(data, before)).isEqualTo(written);
        assertThat(CrashReports.newestSince(data, new SystemClock().nanos() + 1_000_000_000L))
                .isEmpty();
    }

    private CrashReports reports() {
        return new CrashReports(data, "1.2.3", new SystemClock());
    }

    private static RuntimeException caught(Runnable fails) {
        try {
            fails.run();
            throw new AssertionError("did not fail");
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
