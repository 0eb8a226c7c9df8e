package io.sextant.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;

/** Who may know whom. */
final class Rooms {

    /** The arrows of the architecture page, transitively closed by hand where a room hands on what it knows. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("domain", Set.of()),
            Map.entry("matching", Set.of("domain")),
            Map.entry("marketdata", Set.of("domain")),
            Map.entry("analytics", Set.of("domain")),
            Map.entry("forecasting", Set.of("domain", "analytics")),
            Map.entry("neural", Set.of("domain", "analytics", "forecasting")),
            Map.entry("risk", Set.of("domain", "analytics")),
            Map.entry("portfolio", Set.of("domain", "analytics")),
            Map.entry("strategy", Set.of("domain", "marketdata", "analytics", "portfolio")),
            Map.entry("execution", Set.of("domain", "matching", "marketdata")),
            Map.entry(
                    "engine",
                    Set.of(
                            "domain",
                            "matching",
                            "marketdata",
                            "strategy",
                            "execution",
                            "risk",
                            "portfolio",
                            "analytics",
                            "forecasting")),
            Map.entry("simulator", Set.of("domain", "matching", "marketdata", "execution")),
            Map.entry("reference", Set.of("domain", "marketdata")),
            Map.entry("exchange", Set.of("domain", "matching", "marketdata", "execution")),
            Map.entry("store", Set.of("domain", "marketdata", "forecasting")),
            Map.entry("voice", Set.of("domain")),
            Map.entry("notify", Set.of("domain")),
            Map.entry("remote", Set.of("domain")),
            Map.entry("ui", Set.of("domain", "analytics")),
            // Not on this class path: its own tests hold it to the same arrows.
            Map.entry("cluster", Set.of("domain", "engine")));

    private static final String ROOT = "io.sextant.";

    @ArchTest
    static final ArchRule roomsKnowOnlyWhatTheArrowsAllow = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.sextant..")
            .should(new ArchCondition<JavaClass>("follow the arrows of docs/architecture.md") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                    for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                        String fromRoom = room(from);
                        String toRoom = room(dependency.getTargetClass());
                        if (isForbidden(fromRoom, toRoom)) {
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("io.sextant.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.sextant.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("..generated.."), alwaysTrue());

    @ArchTest
    static final ArchRule javaFxStaysInTheWindow =
            onlyIn("JavaFX", Set.of("ui", "app"), "javafx..", "org.controlsfx..");

    @ArchTest
    static final ArchRule databasesStayInTheStore = onlyIn(
            "jOOQ, JDBC, H2 and PostgreSQL",
            Set.of("store"),
            "org.jooq..",
            "java.sql..",
            "javax.sql..",
            "org.h2..",
            "org.postgresql..",
            "org.flywaydb..");

    @ArchTest
    static final ArchRule nativeLearnersStayInNeural = onlyIn(
            "native learners", Set.of("neural"), "org.deeplearning4j..", "org.nd4j..", "ml.dmlc..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule exchangesStayInExchange =
            onlyIn("XChange", Set.of("exchange"), "org.knowm.xchange..", "info.bitrich..");

    @ArchTest
    static final ArchRule ta4jStaysInAnalyticsAndStrategy =
            onlyIn("ta4j", Set.of("analytics", "strategy"), "org.ta4j..");

    @ArchTest
    static final ArchRule ojAlgoStaysInPortfolio = onlyIn("ojAlgo", Set.of("portfolio"), "org.ojalgo..");

    @ArchTest
    static final ArchRule speechStaysInVoice = onlyIn(
            "Vosk, FreeTTS and what calls their natives",
            Set.of("voice"),
            "org.vosk..",
            "com.sun.speech..",
            "com.sun.jna..",
            "javax.sound..");

    @ArchTest
    static final ArchRule sparkStaysInCluster = onlyIn("Spark", Set.of("cluster"), "org.apache.spark..");

    private static boolean isForbidden(String from, String to) {
        if (from.isEmpty() || to.isEmpty() || from.equals(to) || from.equals("app") || from.equals("benchmarks")) {
            return false;
        }
        return !MAY_KNOW.getOrDefault(from, Set.of()).contains(to);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int end = rest.indexOf('.');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static ArchRule onlyIn(String what, Set<String> rooms, String... packages) {
        String[] allowed = rooms.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as(what + " only in " + rooms)
                .because("a library is one room's business, so that it can be replaced in one place");
    }
}
