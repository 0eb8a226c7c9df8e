package io.sextant.engine;

import io.sextant.domain.request.Job;
import io.sextant.domain.rules.OpenedRules;
import io.sextant.domain.rules.RuleCheck;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.RuleTrouble;
import io.sextant.domain.rules.SavedRules;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.own.Trouble;
import io.sextant.strategy.rules.RuleForm;
import io.sextant.strategy.rules.RuleReader;
import io.sextant.strategy.rules.RuleStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules in a person's own folder: finds, opens, looks through and saves them. */
final class RuleShelf implements JobWorker {

    /** Of that folder and no other; on every system a name like any. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_. -]{0,79}\\.ya?ml");

    private final Optional<Path> folder;

    RuleShelf(Optional<Path> folder) {
        this.folder = folder;
    }

    List<String> files() {
        Path own = folder.orElse(null);
        if (own == null || !Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> each.getFileName() + "")
                    .filter(FILE.asMatchPredicate())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules that can be run, by their files. */
    List<String> ready() {
        return files().stream()
                .filter(each -> read(each)
                        .filter(text -> RuleReader.read(text) instanceof Loaded.Ready)
                        .isPresent())
                .toList();
    }

    Optional<OpenedRules> open(String file) {
        return read(file).map(text -> switch (RuleReader.read(text)) {
            case Loaded.Ready ready ->
                new OpenedRules(
                        file,
                        text,
                        Optional.of(RuleForm.sheet((RuleStrategy) ready.kind())),
                        List.of(),
                        text.lines().anyMatch(line -> line.strip().startsWith("#") || line.contains(" #")));
            case Loaded.Broken broken ->
                new OpenedRules(
                        file,
                        text,
                        Optional.empty(),
                        broken.troubles().stream().map(Trouble::toString).toList(),
                        false);
        });
    }

    static RuleCheck check(RuleSheet sheet) {
        return new RuleCheck(RuleForm.text(sheet), RuleForm.troubles(sheet));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R work(Job<R> job, JobWorks.Progress progress) {
        if (job instanceof Job.SaveRules(String file, RuleSheet sheet, Optional<String> before)) {
            return (R) save(file, sheet, before);
        }
        throw new IllegalArgumentException("not about rules: " + job);
    }

    private SavedRules save(String file, RuleSheet sheet, Optional<String> before) {
        List<RuleTrouble> troubles = RuleForm.troubles(sheet);
        if (!troubles.isEmpty()) {
            return new SavedRules.Wrong(troubles);
        }
        if (folder.isEmpty() || !FILE.matcher(file).matches()) {
            return new SavedRules.CannotWrite(file, "this is no file of the folder for one's own strategies");
        }
        Path path = folder.get().resolve(file);
        try {
            Optional<String> there = read(file);
            if (before.isEmpty() && Files.exists(path)) {
                return new SavedRules.Taken(file);
            }
            if (before.isPresent() && !there.equals(before)) {
                return new SavedRules.ChangedMeanwhile(file);
            }
            Files.createDirectories(folder.get());
            String text = RuleForm.text(sheet);
            WholeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            return new SavedRules.Saved(file, text);
        } catch (IOException | UncheckedIOException cannot) {
            return new SavedRules.CannotWrite(file, String.valueOf(cannot.getMessage()));
        }
    }

    /** Empty where there is none that can be read. */
    private Optional<String> read(String file) {
        if (folder.isEmpty() || !FILE.matcher(file).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.get().resolve(file)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
