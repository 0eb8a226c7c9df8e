package io.sextant.app.server;

import io.sextant.domain.command.Command;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.server.AuditTrail;
import io.sextant.remote.wire.WireWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Who did what, a line of JSON each, a file a day (UTC), added to and never changed. What cannot be written down is not done. */
public final class TrailFile implements AuditTrail {

    private static final int LONGEST_COMMAND = 4_096;

    private final Path folder;
    private final InstantSource wall;

    /** One line. */
    public record Line(String at, String who, String role, String what, Optional<String> command) {}

    /** @param wall the hour of day as the machine has it now: it has to agree with other logs, also after months and after the machine slept */
    public TrailFile(Path folder, InstantSource wall) {
        this.folder = folder;
        this.wall = wall;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void done(Principal who, Command command) {
        write(who.name(), who.role().name(), "asked for", Optional.of(command));
    }

    @Override
    public void refused(Principal who, Command command) {
        write(who.name(), who.role().name(), "was refused", Optional.of(command));
    }

    @Override
    public void line(String who, String what) {
        write(who, "", what, Optional.empty());
    }

    private synchronized void write(String who, String role, String what, Optional<Command> command) {
        Instant now = wall.instant();
        String line = WireWriter.write(
                new Line(now.toString(), who, role, what, command.map(TrailFile::shortened)), Line.class);
        Path file = folder.resolve("audit-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + ".jsonl");
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(Command command) {
        String text = WireWriter.write(command, Command.class);
        return text.length() <= LONGEST_COMMAND ? text : text.substring(0, LONGEST_COMMAND) + "…";
    }
}
