package io.sextant.voice.model;

import io.sextant.voice.language.Language;
import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models of a data folder, one a language: {@code models/voice/en} and so on. A model is put beside and checked first and then takes
 * its place by a rename, so that there is the old one or the new one and never a half.
 */
public final class ModelShelf {

    private static final String LABEL = "model.txt";
    private static final int DEEPEST = 8;

    private final Path shelf;
    private final Duration patience;

    public ModelShelf(Path dataFolder) {
        this(dataFolder, ModelDownload.PATIENCE);
    }

    /** @param patience with a server that says nothing */
    ModelShelf(Path dataFolder, Duration patience) {
        this.patience = patience;
        shelf = dataFolder.resolve("models").resolve("voice");
    }

    public List<InstalledModel> list() {
        List<InstalledModel> models = new ArrayList<>();
        for (Language language : Language.values()) {
            findModel(language).ifPresent(models::add);
        }
        return models;
    }

    public Optional<InstalledModel> findModel(Language language) {
        Path folder = shelf.resolve(language.code());
        if (!isModel(folder)) {
            return Optional.empty();
        }
        List<String> label;
        try {
            label = Files.readAllLines(folder.resolve(LABEL), StandardCharsets.UTF_8);
        } catch (IOException e) {
            label = List.of();
        }
        String name = label.isEmpty() ? folder.getFileName().toString() : label.getFirst();
        return Optional.of(new InstalledModel(language, name, folder, label.contains("official")));
    }

    /** Where the model of a language stands, or would; what is there may be none. */
    public Path place(Language language) {
        return shelf.resolve(language.code());
    }

    public InstalledModel getModel(Language language) {
        return findModel(language).orElseThrow(() -> new VoiceException(VoiceTrouble.NO_MODEL, language.code()));
    }

    /** Fetches the official model; nothing is installed that is not what its checksums say. */
    public InstalledModel download(ModelOffer offer, DownloadProgress progress) {
        Path part = shelf.resolve(offer.name() + ".zip.part");
        return written(() -> {
            Files.createDirectories(shelf);
            ModelDownload.fetch(offer.address(), part, progress, patience);
            InstalledModel model;
            try {
                model = unpacked(part, offer, true);
            } catch (VoiceException damaged) {
                // Going on from what is damaged would fail for ever.
                ModelDownload.forget(part);
                throw damaged;
            }
            ModelDownload.forget(part);
            return model;
        });
    }

    /** From a zip or a folder on disk; it is called official when it is what the official checksums say. */
    public InstalledModel install(Path from, ModelOffer offer) {
        if (!Files.exists(from)) {
            throw new VoiceException(VoiceTrouble.NO_FILE, from.toString());
        }
        return written(() -> {
            Files.createDirectories(shelf);
            return Files.isDirectory(from) ? copied(from, offer) : unpacked(from, offer, false);
        });
    }

    /** False when there was none. */
    public boolean remove(Language language) {
        Path folder = shelf.resolve(language.code());
        return written(() -> {
            boolean there = Files.isDirectory(folder);
            delete(folder);
            return there;
        });
    }

    private InstalledModel unpacked(Path zip, ModelOffer offer, boolean mustBeOfficial) throws IOException {
        Path beside = Files.createTempDirectory(shelf, ".installing-");
        try {
            ModelArchive.unpack(zip, beside);
            return shelved(modelIn(beside, zip), offer, name(zip, offer), zip, mustBeOfficial);
        } finally {
            delete(beside);
        }
    }

    private InstalledModel copied(Path from, ModelOffer offer) throws IOException {
        Path model = modelIn(from, from);
        Path beside = Files.createTempDirectory(shelf, ".installing-");
        try {
            Path copy = beside.resolve("model");
            try (Stream<Path> files = Files.walk(model, DEEPEST)) {
                for (Path each : files.toList()) {
                    Path to = copy.resolve(model.relativize(each).toString());
                    if (Files.isDirectory(each)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(each, to);
                    }
                }
            }
            return shelved(copy, offer, name(model, offer), from, false);
        } finally {
            delete(beside);
        }
    }

    private static String name(Path from, ModelOffer offer) {
        String file = String.valueOf(from.toAbsolutePath().normalize().getFileName());
        return file.endsWith(".zip.part")
                ? offer.name()
                : file.endsWith(".zip") ? file.substring(0, file.length() - 4) : file;
    }

    /** The folder itself, or the one folder in it that is a model, as zips have it. */
    private static Path modelIn(Path folder, Path from) throws IOException {
        if (isModel(folder)) {
            return folder;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> models = inside.filter(ModelShelf::isModel).toList();
            if (models.size() == 1) {
                return models.getFirst();
            }
        }
        throw new VoiceException(VoiceTrouble.BROKEN_MODEL, from.toString());
    }

    private static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve("am").resolve("final.mdl"))
                || Files.isRegularFile(folder.resolve("final.mdl"));
    }

    private InstalledModel shelved(Path model, ModelOffer offer, String name, Path from, boolean mustBeOfficial)
            throws IOException {
        boolean official = isAsPublished(model, offer.files());
        if (mustBeOfficial && !official) {
            throw new VoiceException(
                    VoiceTrouble.WRONG_CHECKSUM, offer.address().toString());
        }
        Files.writeString(
                model.resolve(LABEL),
                (official ? offer.name() : name) + "\n" + (official ? "official\n" : "not checked\n"),
                StandardCharsets.UTF_8);
        Path place = shelf.resolve(offer.language().code());
        Path old = shelf.resolve(".replaced-" + offer.language().code());
        delete(old);
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(model, place, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
        return findModel(offer.language())
                .orElseThrow(() -> new VoiceException(VoiceTrouble.BROKEN_MODEL, from.toString()));
    }

    private static boolean isAsPublished(Path model, Map<String, FileSum> files) throws IOException {
        for (Map.Entry<String, FileSum> each : files.entrySet()) {
            if (!each.getValue().isOf(model.resolve(each.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private interface Writing<T> {
        T write() throws IOException;
    }

    private <T> T written(Writing<T> writing) {
        try {
            return writing.write();
        } catch (IOException e) {
            throw new VoiceException(e, VoiceTrouble.CANNOT_WRITE, shelf.toString(), String.valueOf(e.getMessage()));
        }
    }
}
