package io.sextant.app.cli;

import io.sextant.app.backup.DataExport;
import io.sextant.app.backup.DataImport;
import io.sextant.app.session.DataFolder;
import io.sextant.app.session.Profiles;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where a person's data lies, and all of it as one file, out and in. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Tells where your data lies, writes all of it into one file, and reads such a file again.")
final class DataCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Optional.ofNullable(spec).orElseThrow().commandLine(), "Say what to do: data where, export or import");
    }

    @Command(
            name = "where",
            mixinStandardHelpOptions = true,
            description = "Tells the folder of the data, the profile, and which others there are.")
    int where(@Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        Path folder = folder();
        Profiles profiles = Profiles.around(folder);
        PrintWriter out = Console.of(spec).out();
        Optional<String> profile = profiles.nameOf(folder);
        List<String> names = profiles.names();
        boolean portable =
                DataFolder.besideLauncher().filter(folder::startsWith).isPresent();
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("folder", folder.toString());
            map.put("there", Files.isDirectory(folder));
            map.put("portable", portable);
            map.put("profile", profile.orElse(""));
            map.put("profiles", names);
            Json.print(out, map);
        } else {
            out.println(
                    folder + (Files.isDirectory(folder) ? "" : " (not made yet)") + (portable ? " (portable)" : ""));
            out.println("Profile: " + profile.orElse("the usual one") + ". Others: "
                    + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
            out.flush();
        }
        return ExitCode.OK;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes all data into one file: desks, bars, settings, profiles, speech models, and the vault of keys,"
                            + " encrypted as it is. No desk may be open meanwhile.")
    int export(
            @Parameters(paramLabel = "FILE", description = "The archive to write; it must not be there yet.") Path file,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        DataExport.Written written = new DataExport(folder()).to(file);
        tell(
                json,
                file,
                "Written: " + written.files() + " files, " + (written.bytes() >> 20) + " MB, into " + file
                        + ". The keys of venues in it open with the vault's passphrase only.",
                written.files(),
                written.bytes());
        return ExitCode.OK;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Reads all data out of a file that export wrote, each file held against its checksum, into an empty data"
                            + " folder or profile.")
    int read(
            @Parameters(paramLabel = "FILE", description = "The archive.") Path file,
            @Option(
                            names = "--replace",
                            description = "Set the data that is there aside whole, and take the archive's.")
                    boolean replace,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        DataImport.Read read = new DataImport(file).into(folder(), replace);
        String before = read.before()
                .map(path -> " What was there lies in " + path + ".")
                .orElse("");
        tell(
                json,
                file,
                "Read and verified: " + read.files() + " files, " + (read.bytes() >> 20) + " MB, into " + folder() + "."
                        + before,
                read.files(),
                read.bytes());
        return ExitCode.OK;
    }

    private void tell(boolean json, Path file, String sentence, int files, long bytes) {
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("archive", file.toString());
            map.put("files", files);
            map.put("bytes", bytes);
            Json.print(out, map);
        } else {
            out.println(sentence);
            out.flush();
        }
    }

    private Path folder() {
        Path chosen = dataFolder();
        return (chosen == null ? DataFolder.usual() : chosen).toAbsolutePath().normalize();
    }
}
