package io.sextant.domain.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Bytes written by the first version must stay readable for ever. A line of a golden file is never changed; a new kind of record
 * gets a new line, which the failing test prints.
 */
class GoldenRecordsTest {

    private static final CommandKey KEY = new CommandKey("ticket-1");

    @Test
    void commandsAreWrittenAsTheyAlwaysWere() {
        assertThat(lines(GoldenExamples.COMMANDS, (bytes, command) -> CommandCodec.write(bytes, KEY, command)))
                .isEqualTo(golden("commands-1.hex"));
    }

    @Test
    void commandsAreReadFromOldBytes() {
        assertThat(read("commands-1.hex", in -> CommandCodec.read(in).command()))
                .isEqualTo(GoldenExamples.COMMANDS);
        assertThat(read("commands-1.hex", in -> CommandCodec.read(in).key()).values())
                .containsOnly(KEY);
    }

    @Test
    void factsAreWrittenAsTheyAlwaysWere() {
        assertThat(lines(GoldenExamples.FACTS, EventCodec::write)).isEqualTo(golden("facts-1.hex"));
    }

    @Test
    void factsAreReadFromOldBytes() {
        assertThat(read("facts-1.hex", EventCodec::read)).isEqualTo(GoldenExamples.FACTS);
    }

    @Test
    void sessionsAreWrittenAsTheyAlwaysWere() {
        assertThat(lines(GoldenExamples.SESSIONS, SessionCodec::write)).isEqualTo(golden("sessions-1.hex"));
    }

    @Test
    void sessionsAreReadFromOldBytes() {
        assertThat(read("sessions-1.hex", SessionCodec::read)).isEqualTo(GoldenExamples.SESSIONS);
    }

    @Test
    void everyKindOfRecordHasAnExample() {
        assertThat(kinds(GoldenExamples.COMMANDS)).isEqualTo(Set.of(Command.class.getPermittedSubclasses()));
        assertThat(kinds(GoldenExamples.FACTS)).isEqualTo(Set.of(Event.class.getPermittedSubclasses()));
    }

    @Test
    void saysWhatItCannotRead() {
        byte[] bytes = HexFormat.of().parseHex(golden("commands-1.hex").get("CancelOrder"));
        byte[] newer = bytes.clone();
        newer[0] = 4;
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> CommandCodec.read(StateBytes.reader(newer)))
                .withMessage("a command is written in format 2; this version reads up to 1");

        byte[] unknown = bytes.clone();
        unknown[bytes.length - 2] = 126;
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> CommandCodec.read(StateBytes.reader(unknown)))
                .withMessage("unknown command number 63");

        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> CommandCodec.read(StateBytes.reader(Arrays.copyOf(bytes, bytes.length - 1))))
                .withMessage("a command cannot be read: a record ends before its content does");
    }

    private static Set<Class<?>> kinds(Map<String, ?> examples) {
        return examples.values().stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static <T> Map<String, String> lines(Map<String, T> examples, BiConsumer<StateBytes, T> write) {
        Map<String, String> lines = new TreeMap<>();
        examples.forEach((name, example) -> {
            StateBytes bytes = new StateBytes();
            write.accept(bytes, example);
            lines.put(name, HexFormat.of().formatHex(bytes.toByteArray()));
        });
        return lines;
    }

    private static <T> Map<String, T> read(String file, Function<StateReader, T> read) {
        Map<String, T> records = new HashMap<>();
        golden(file)
                .forEach((name, hex) -> records.put(
                        name, read.apply(StateBytes.reader(HexFormat.of().parseHex(hex)))));
        return records;
    }

    private static Map<String, String> golden(String file) {
        try (InputStream in = GoldenRecordsTest.class.getResourceAsStream(file)) {
            Map<String, String> lines = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(parts -> lines.put(parts[0], parts[1]));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
