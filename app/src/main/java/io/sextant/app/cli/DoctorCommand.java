package io.sextant.app.cli;

import io.sextant.app.doctor.Doctor;
import io.sextant.app.doctor.Finding;
import io.sextant.app.session.DataFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what of the machine is fit for Sextant and what to do about the rest. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks at Java, display, libraries, disk, database, clock, native learners, speech and sound, and says what to do about"
                        + " what is wrong.")
final class DoctorCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        Path chosen = dataFolder();
        List<Finding> findings = new Doctor(chosen == null ? DataFolder.usual() : chosen).examine();
        boolean fit = findings.stream().noneMatch(finding -> finding.health() == Finding.Health.UNWELL);
        PrintWriter out = Console.of(spec).out();
        if (json) {
            Json.print(out, map(findings, fit));
        } else {
            findings.forEach(finding -> print(out, finding));
            out.println(fit ? "Sextant can run here." : "Sextant cannot run here until the above is mended.");
            out.flush();
        }
        return fit ? ExitCode.OK : ExitCode.UNWELL;
    }

    private static void print(PrintWriter out, Finding finding) {
        String mark = switch (finding.health()) {
            case WELL -> "ok  ";
            case WATCH -> "note";
            case UNWELL -> "BAD ";
        };
        out.printf("%s  %-14s %s%n", mark, finding.subject(), finding.what());
        if (!finding.advice().isEmpty()) {
            out.printf("      %-14s %s%n", "", finding.advice());
        }
    }

    private static Map<String, Object> map(List<Finding> findings, boolean fit) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("subject", finding.subject());
            one.put("health", finding.health().name());
            one.put("what", finding.what());
            one.put("advice", finding.advice());
            list.add(one);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fit", fit);
        map.put("findings", list);
        return map;
    }
}
