package io.sextant.voice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelShelfTest {

    @TempDir
    Path folder;

    private ModelShelf shelf;
    private Path data;

    @BeforeEach
    void makeShelf() {
        data = folder.resolve("data");
        shelf = new ModelShelf(data);
    }

    private static SequencedMap<String, byte[]> model(String content) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put("am/final.mdl", content.repeat(500).getBytes(StandardCharsets.UTF_8));
        files.put("conf/mfcc.conf", "--x".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files, String outer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(outer + each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ModelOffer offer(Map<String, byte[]> files) throws Exception {
        Map<String, FileSum> sums = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(each.getValue());
            sums.put(
                    each.getKey(),
                    new FileSum(FileSum.Kind.SHA256, HexFormat.of().formatHex(digest)));
        }
        return new ModelOffer(Language.ENGLISH, "small-model-en", URI.create("http://127.0.0.1:1/none"), sums);
    }

    @Test
    void aModelIsFetchedCheckedAndListed() throws Exception {
        Map<String, byte[]> files = model("sound");
        List<Long> told = new ArrayList<>();
        byte[] zip = zip(files, "small-model-en/");
        try (ModelServer server = new ModelServer(zip)) {
            InstalledModel model = shelf.download(offer(files).from(server.address()), (bytes, total) -> {
                told.add(bytes);
                assertThat(total).isEqualTo(zip.length);
            });

            assertThat(model.official()).isTrue();
            assertThat(model.name()).isEqualTo("small-model-en");
            assertThat(Files.readAllBytes(model.folder().resolve("am/final.mdl")))
                    .isEqualTo(files.get("am/final.mdl"));
        }
        assertThat(told).isSorted().endsWith((long) zip.length);
        assertThat(shelf.list()).extracting(InstalledModel::language).containsExactly(Language.ENGLISH);
        assertThat(left()).containsExactly("en");
        assertThat(shelf.remove(Language.ENGLISH)).isTrue();
        assertThat(shelf.remove(Language.ENGLISH)).isFalse();
        assertThat(shelf.list()).isEmpty();
    }

    @Test
    void aLineThatIsCutAgainAndAgainGoesOnWhereItWas() throws Exception {
        Map<String, byte[]> files = model("sound");
        byte[] zip = zip(files, "m/");
        try (ModelServer server = new ModelServer(zip)) {
            server.cutsAfter(600);
            assertThat(shelf.download(offer(files).from(server.address()), (bytes, total) -> {})
                            .official())
                    .isTrue();
            assertThat(server.ranges.getFirst()).isEmpty();
            assertThat(server.ranges.subList(1, server.ranges.size())).allMatch(range -> !range.isEmpty());
            assertThat(server.ranges).hasSizeGreaterThanOrEqualTo(zip.length / 600);
        }
    }

    @Test
    void aServerThatFallsSilentCountsAsCutAndIsGoneOnFrom() throws Exception {
        Map<String, byte[]> files = model("sound");
        ModelShelf impatient = new ModelShelf(folder, Duration.ofSeconds(5));
        try (ModelServer server = new ModelServer(zip(files, "m/"))) {
            server.hangsOnceAfter(700);

            assertThat(impatient
                            .download(offer(files).from(server.address()), (bytes, total) -> {})
                            .official())
                    .isTrue();
            assertThat(server.ranges).containsExactly("", "bytes=700-");
        }
    }

    @Test
    void whatCameBeforeADeadLineIsKeptForTheNextTry() throws Exception {
        Map<String, byte[]> files = model("sound");
        byte[] zip = zip(files, "m/");
        try (ModelServer server = new ModelServer(zip)) {
            ModelOffer offer = offer(files).from(server.address());
            server.cutsAfter(900);
            int[] counts = {0};
            assertTrouble(
                    () -> shelf.download(offer, (bytes, total) -> {
                        if (++counts[0] == 1) {
                            server.cutsAfter(0);
                        }
                    }),
                    VoiceTrouble.DOWNLOAD_CUT);
            assertThat(shelf.list()).isEmpty();

            server.cutsAfter(Integer.MAX_VALUE);
            server.ranges.clear();
            shelf.download(offer, (bytes, total) -> {});
            assertThat(server.ranges).containsExactly("bytes=900-");
        }
    }

    @Test
    void anotherFileUnderTheSameAddressIsFetchedFromItsStart() throws Exception {
        Map<String, byte[]> files = model("sound");
        try (ModelServer server = new ModelServer(zip(model("older"), "m/"))) {
            ModelOffer offer = offer(files).from(server.address());
            server.cutsAfter(900);
            int[] counts = {0};
            assertTrouble(
                    () -> shelf.download(offer, (bytes, total) -> {
                        if (++counts[0] == 1) {
                            server.cutsAfter(0);
                        }
                    }),
                    VoiceTrouble.DOWNLOAD_CUT);

            server.publishes(zip(files, "m/"), "\"two\"");
            server.cutsAfter(Integer.MAX_VALUE);
            assertThat(shelf.download(offer, (bytes, total) -> {}).official()).isTrue();
        }
    }

    @Test
    void whatIsNotAsPublishedIsNotInstalledAndNotGoneOnFrom() throws Exception {
        Map<String, byte[]> files = model("sound");
        try (ModelServer server = new ModelServer(zip(model("other"), "m/"))) {
            ModelOffer offer = offer(files).from(server.address());

            assertTrouble(() -> shelf.download(offer, (bytes, total) -> {}), VoiceTrouble.WRONG_CHECKSUM);
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void aServerThatRefusesIsTold() throws Exception {
        Map<String, byte[]> files = model("sound");
        try (ModelServer server = new ModelServer(new byte[0])) {
            server.answers(404);

            assertThatThrownBy(() -> shelf.download(offer(files).from(server.address()), (bytes, total) -> {}))
                    .hasMessageEndingWith("answered 404.");
        }
    }

    @Test
    void anAddressThatNobodyAnswersAtIsTold() throws Exception {
        Map<String, byte[]> files = model("sound");
        ModelServer server = new ModelServer(new byte[0]);
        server.close();

        assertTrouble(
                () -> shelf.download(offer(files).from(server.address()), (bytes, total) -> {}),
                VoiceTrouble.DOWNLOAD_UNREACHED);
    }

    @Test
    void aBrokenTryLeavesTheModelThatIsThere() throws Exception {
        Path zip = Files.write(folder.resolve("good.zip"), zip(model("sound"), "m/"));
        shelf.install(zip, offer(model("sound")));
        Path bad = Files.write(folder.resolve("bad.zip"), zip(Map.of("readme", new byte[3]), ""));

        assertTrouble(() -> shelf.install(bad, offer(model("sound"))), VoiceTrouble.BROKEN_MODEL);

        assertThat(shelf.getModel(Language.ENGLISH).official()).isTrue();
        assertThat(left()).containsExactly("en");
    }

    @Test
    void aFolderOrZipOfOnesOwnIsInstalledAndNotCalledOfficial() throws Exception {
        Path own = folder.resolve("my-model");
        Files.createDirectories(own.resolve("am"));
        Files.writeString(own.resolve("am/final.mdl"), "mine");

        InstalledModel model = shelf.install(own, offer(model("sound")));

        assertThat(model.name()).isEqualTo("my-model");
        assertThat(model.official()).isFalse();
        assertThat(shelf.install(own.getParent().resolve("my-model"), offer(model("sound")))
                        .name())
                .isEqualTo("my-model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.txt", "m/../../evil.txt", "/evil.txt", "m\\..\\..\\evil.txt", "C:evil.txt"})
    void aZipThatWritesElsewhereIsRefusedWhole(String name) throws Exception {
        SequencedMap<String, byte[]> files = model("sound");
        files.put(name, new byte[] {1});
        Path zip = Files.write(folder.resolve("slip.zip"), zip(files, ""));

        assertTrouble(() -> shelf.install(zip, offer(model("sound"))), VoiceTrouble.BAD_ARCHIVE);

        assertThat(left()).isEmpty();
        assertThat(folder.resolve("evil.txt")).doesNotExist();
        assertThat(data.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void aDamagedZipAndAMissingOneAreTold() throws Exception {
        byte[] whole = zip(model("sound"), "m/");
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));

        assertTrouble(() -> shelf.install(cut, offer(model("sound"))), VoiceTrouble.BAD_ARCHIVE);
        assertTrouble(() -> shelf.install(folder.resolve("none.zip"), offer(model("sound"))), VoiceTrouble.NO_FILE);
        assertTrouble(() -> shelf.getModel(Language.FRENCH), VoiceTrouble.NO_MODEL);
    }

    @Test
    void gitsNameOfAFileIsWhatGitSays() throws IOException {
        Path hello = Files.writeString(folder.resolve("hello"), "hello\n");

        assertThat(new FileSum(FileSum.Kind.GIT, "ce013625030ba8dba906f756967f9e9ca394464a").isOf(hello))
                .isTrue();
        assertThat(new FileSum(FileSum.Kind.GIT, "ce013625030ba8dba906f756967f9e9ca394464b").isOf(hello))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theOfficialModelsNameEveryFileThatARecogniserNeeds(Language language) {
        ModelOffer offer = ModelOffer.of(language);

        assertThat(offer.files()).containsKeys("am/final.mdl", "graph/Gr.fst", "graph/HCLr.fst", "conf/mfcc.conf");
        assertThat(offer.address()).hasScheme("https");
        assertThat(offer.files().values())
                .allMatch(sum -> sum.hex().length() == (sum.kind() == FileSum.Kind.GIT ? 40 : 64));
    }

    private List<String> left() throws IOException {
        Path place = data.resolve("models/voice");
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertTrouble(ThrowingCallable doing, VoiceTrouble trouble) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(
                        VoiceException.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
    }
}
