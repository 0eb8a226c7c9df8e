package io.sextant.app.cli;

import io.sextant.app.server.ServerFolder;
import io.sextant.app.session.DataFolder;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.remote.certificate.Pem;
import io.sextant.remote.identity.Identities;
import io.sextant.remote.identity.User;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** An authority of one's own, the server's certificate, and those of its people. */
@Command(
        name = "certificates",
        mixinStandardHelpOptions = true,
        description =
                "Shows the engine's certificates, and makes them: an authority of your own, the server's, and one a user.")
final class EngineCertificatesCommand implements Callable<Integer> {

    private static final int PAIRS = 2;

    @ParentCommand
    @Nullable EngineCommand engine;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ServerFolder folder = folder();
        PrintWriter out = Console.of(spec).out();
        if (!folder.hasAuthority()) {
            out.println("There are none yet. Make them: sextant engine certificates make --host NAME");
            out.flush();
            return ExitCode.OK;
        }
        X509Certificate authority = Pem.readCertificate(folder.authorityFile());
        X509Certificate server = Pem.readCertificate(folder.certificateFile());
        Table table = new Table("CERTIFICATE", "OF", "UNTIL");
        table.row(
                "authority",
                authority.getSubjectX500Principal().getName(),
                authority.getNotAfter().toInstant());
        table.row(
                "server",
                server.getSubjectX500Principal().getName(),
                server.getNotAfter().toInstant());
        table.printOr(out, "");
        out.println("Fingerprint of the authority, to compare in the window when you connect:");
        out.println(grouped(Identities.fingerprint(authority)));
        out.flush();
        return ExitCode.OK;
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = "Makes an authority where there is none, and a new certificate of the server for 397 days.")
    int make(
            @Option(
                            names = "--host",
                            required = true,
                            paramLabel = "NAME",
                            description = "A name or address by which windows reach the engine; several are allowed.")
                    List<String> hosts) {
        ServerFolder folder = folder();
        X509Certificate made = folder.certify(hosts, Instant.now());
        PrintWriter out = Console.of(spec).out();
        out.println("The server has a certificate for " + String.join(", ", hosts) + " until "
                + made.getNotAfter().toInstant() + ".");
        out.println("Take this file to each window that connects: " + folder.authorityFile());
        out.println("Its fingerprint: " + grouped(Identities.fingerprint(Pem.readCertificate(folder.authorityFile()))));
        out.flush();
        return ExitCode.OK;
    }

    @Command(
            name = "user",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a certificate for a user, in a file for his machine, and tells the password of that file once.")
    int user(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Where to; NAME.p12 if not given, with --pem a folder.")
                    @Nullable Path out,
            @Option(names = "--pem", description = "For programs: NAME.crt.pem and NAME.key.pem, without a password.")
                    boolean pem) {
        ServerFolder folder = folder();
        if (!folder.hasAuthority()) {
            throw new FileProblem("There is no authority yet. Make it: sextant engine certificates make --host NAME");
        }
        User user = folder.users()
                .find(name)
                .orElseThrow(() -> new RefusedByRule("Nobody is called " + name
                        + " here. Add the user first: sextant engine users add " + name + " --role trade"));
        if (pem) {
            return program(folder, user, out == null ? Path.of("") : out);
        }
        Path file = unused(out == null ? Path.of(name + ".p12") : out);
        ServerFolder.ForUser made = folder.certifyUser(user, file, Instant.now());
        PrintWriter to = Console.of(spec).out();
        to.println("Written to " + made.file() + ", good until " + made.until() + ".");
        to.print("The password of the file, told this once: ");
        to.println(made.password());
        to.flush();
        Arrays.fill(made.password(), ' ');
        return ExitCode.OK;
    }

    private int program(ServerFolder folder, User user, Path into) {
        Path certificate = unused(into.resolve(user.name() + ".crt.pem"));
        Path key = unused(into.resolve(user.name() + ".key.pem"));
        Instant until = folder.certifyProgram(user, certificate, key, Instant.now());
        PrintWriter to = Console.of(spec).out();
        to.println("Written to " + certificate + " and " + key + ", good until " + until + ".");
        to.flush();
        return ExitCode.OK;
    }

    private static Path unused(Path file) {
        if (Files.exists(file)) {
            throw new FileProblem(file + " is there already.");
        }
        return file;
    }

    private ServerFolder folder() {
        Path data = engine == null ? null : engine.dataFolder();
        return new ServerFolder(data == null ? DataFolder.usual() : data);
    }

    /** In pairs, so that two people can compare it over the telephone. */
    static String grouped(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hex.length(); i += PAIRS) {
            text.append(i == 0 ? "" : ":").append(hex, i, i + PAIRS);
        }
        return text.toString();
    }
}
