package io.sextant.app.cli;

import io.sextant.analytics.fundamental.CompanyAccounts;
import io.sextant.analytics.fundamental.CompanyRatio;
import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineArchive;
import io.sextant.app.terminal.Terminal;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.fundamental.CompanyRecord;
import io.sextant.domain.request.Job;
import io.sextant.domain.source.CompanySource;
import io.sextant.domain.source.KeyPlace;
import io.sextant.domain.time.SystemClock;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Published figures of companies, each known from the day on which it came out. */
@Command(
        name = "companies",
        mixinStandardHelpOptions = true,
        description =
                "Stores what companies published, and tells ratios, tags and holders as they were known at a time.")
final class CompaniesCommand extends SextantCommand.Part {

    private static final int BAD_ROWS_SHOWN = 10;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do: companies import, fetch or show");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Reads CSV or JSON files; running it twice stores nothing twice.")
    int read(
            @Mixin DeskChoice desk,
            @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files,
            @Option(names = "--dry-run", description = "Only look.") boolean dryRun,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        return run(
                desk,
                files.stream()
                        .<CompanySource>map(file ->
                                new CompanySource.OfFile(file.toAbsolutePath().toString()))
                        .toList(),
                dryRun,
                json);
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Asks a service that answers BASE/fundamentals?symbol= with the same JSON as a file.")
    int fetch(
            @Mixin DeskChoice desk,
            @Option(names = "--base", required = true, paramLabel = "URL") URI base,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "PLACE",
                            description = "Where the key lies: env:VARIABLE or file:PATH.")
                    String key,
            @Option(names = "--symbols", required = true, split = ",", paramLabel = "S") List<String> symbols,
            @Option(names = "--dry-run", description = "Only look.") boolean dryRun,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        CompanySource source;
        try {
            source = new CompanySource.OfService(base, KeyPlace.parse(key), symbols);
        } catch (IllegalArgumentException cannotBe) {
            throw new RefusedByRule(String.valueOf(cannotBe.getMessage()));
        }
        return run(desk, List.of(source), dryRun, json);
    }

    private int run(DeskChoice desk, List<CompanySource> sources, boolean dryRun, boolean json) {
        DeskFolder folder = desk.in(dataFolder());
        PrintWriter out = Console.of(spec).out();
        Terminal terminal = Console.of(spec);
        PaceLine pace = new PaceLine(terminal, !json, new SystemClock());
        List<CompanyIntake> intakes = OfflineArchive.run(folder, new Job.ReadCompanies(sources, dryRun), pace);
        pace.finish();
        if (json) {
            Json.print(
                    out,
                    Map.of(
                            "sources",
                            intakes.stream().map(CompaniesCommand::map).toList()));
        } else {
            for (CompanyIntake one : intakes) {
                out.printf(
                        Locale.ENGLISH,
                        "%s: %s%n",
                        one.source(),
                        one.problem()
                                .orElseGet(() -> String.format(
                                        Locale.ENGLISH,
                                        "%,d facts, %,d new of which %,d revise an older one, %,d rows set aside",
                                        one.read(),
                                        one.added(),
                                        one.revised(),
                                        one.bad().size())));
                one.bad().stream().limit(BAD_ROWS_SHOWN).forEach(bad -> out.printf("  %s%n", bad));
            }
            out.flush();
        }
        return intakes.stream().anyMatch(one -> one.problem().isPresent()) ? ExitCode.FILE : ExitCode.OK;
    }

    private static Map<String, Object> map(CompanyIntake one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", one.source());
        map.put("read", one.read());
        map.put("added", one.added());
        map.put("revised", one.revised());
        map.put("bad", one.bad());
        one.problem().ifPresent(problem -> map.put("problem", problem));
        return map;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "Tells figures, ratios, tags and holders as they were known at a time; all companies if none is named.")
    int show(
            @Mixin DeskChoice desk,
            @Parameters(paramLabel = "SYMBOL", arity = "0..*") List<String> symbols,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "For example 2024-03-01T12:00:00Z; now if not given.")
                    @Nullable Instant at,
            @Option(names = "--price", paramLabel = "P", description = "Of a share, for ratios that need one.")
                    @Nullable Double price,
            @Option(names = "--json", description = "Print nothing but JSON; it is JSON in any case.") boolean json) {
        long nanos = at == null
                ? new SystemClock().nanos()
                : Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
        List<String> wanted = symbols == null ? List.of() : symbols;
        List<CompanyRecord> known = OfflineArchive.companies(desk.in(dataFolder()), nanos).stream()
                .filter(company -> wanted.isEmpty() || wanted.contains(company.symbol()))
                .toList();
        if (known.isEmpty()) {
            throw new RefusedByRule("Nothing was known of such a company then.");
        }
        List<Map<String, Object>> all = new ArrayList<>();
        known.forEach(company -> all.add(company(company, price == null ? Double.NaN : price)));
        Json.print(Console.of(spec).out(), Map.of("companies", all));
        return ExitCode.OK;
    }

    private static Map<String, Object> company(CompanyRecord company, double price) {
        CompanyAccounts accounts = new CompanyAccounts(company.facts());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("symbol", company.symbol());
        accounts.sector().ifPresent(sector -> map.put("sector", sector));
        Map<String, Object> figures = new LinkedHashMap<>();
        for (CompanyFigure figure : CompanyFigure.values()) {
            put(figures, figure.text(), accounts.newest(figure));
        }
        map.put("figures", figures);
        Map<String, Object> ratios = new LinkedHashMap<>();
        for (CompanyRatio ratio : CompanyRatio.values()) {
            put(ratios, ratio.name().toLowerCase(Locale.ROOT), ratio.of(accounts, price));
        }
        map.put("ratios", ratios);
        map.put("tags", accounts.tags());
        map.put(
                "holdings",
                accounts.holdings().stream()
                        .map(held -> Map.of(
                                "holder",
                                held.holder(),
                                "shares",
                                held.shares(),
                                "period",
                                held.period().toString()))
                        .toList());
        put(map, "institutionalShare", accounts.institutionalShare());
        return map;
    }

    private static void put(Map<String, Object> map, String key, double value) {
        if (Double.isFinite(value)) {
            map.put(key, value);
        }
    }
}
