package io.sextant.app.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One process from start to kill. */
final class Life {

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader;

    private Life(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    static Life begin(Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Life(process);
    }

    boolean awaitReady() throws InterruptedException {
        return ready.await(180, TimeUnit.SECONDS) && process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String transcript() {
        return String.join(System.lineSeparator(), lines());
    }

    private void read() {
        try (BufferedReader text = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(line);
                if (line.equals("READY")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            lines.add("the output ended: " + e.getMessage());
        }
    }
}
