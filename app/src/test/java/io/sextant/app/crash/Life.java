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
    private final CountDownLatch acknowledged = new CountDownLatch(1);
    private final Thread reader;
    private volatile boolean cameUp;

    private Life(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    static Life begin(Class<?> program, List<String> arguments) throws IOException {
        return begin(LifeImage.plain(), program, List.of(), arguments);
    }

    static Life begin(LifeImage image, Class<?> program, List<String> arguments) throws IOException {
        return begin(image, program, List.of(), arguments);
    }

    /** {@code flags} are for the virtual machine, beside the usual ones. */
    static Life begin(LifeImage image, Class<?> program, List<String> flags, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(image.flags());
        command.addAll(flags);
        command.addAll(List.of("-cp", image.classPath(), program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Life(process);
    }

    boolean awaitReady() throws InterruptedException {
        return ready.await(180, TimeUnit.SECONDS) && cameUp && process.isAlive();
    }

    /** Waits until an order of this life was acknowledged. */
    boolean awaitAcknowledgement() throws InterruptedException {
        return acknowledged.await(120, TimeUnit.SECONDS);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** Asks it to end by itself; false, and it is killed, when it has not within the time. */
    boolean end(long patience, TimeUnit unit) throws InterruptedException {
        process.destroy();
        boolean ended = process.waitFor(patience, unit);
        kill();
        return ended;
    }

    /** Says a line on the process's standard input. */
    void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** As if it had run into memory that is not there: it writes its error file and dies. */
    void crash() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid()))
                .start()
                .waitFor();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            kill();
        }
        reader.join();
    }

    boolean isAlive() {
        return process.isAlive();
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
                    cameUp = true;
                    ready.countDown();
                } else if (line.startsWith("ACK ")) {
                    acknowledged.countDown();
                }
            }
        } catch (IOException e) {
            lines.add("the output ended: " + e.getMessage());
        } finally {
            // Whoever waits for READY need not wait for a process that ended before.
            ready.countDown();
        }
    }
}
