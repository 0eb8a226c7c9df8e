package io.sextant.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.sextant.domain.request.EngineClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A sandbox leads nowhere. */
final class SandboxWalls {

    private static final String SANDBOX = "io.sextant.risk.whatif..";

    private static final Predicate<JavaClass> WAYS_OUT = resideInAnyPackage(
                    "io.sextant.execution..", "io.sextant.exchange..", "io.sextant.engine..", "java.net.http..")
            .or(assignableTo(EngineClient.class));

    /** Not even through others: what it may know are figures, laws and drawn numbers. */
    @ArchTest
    static final ArchRule theSandboxKnowsFiguresOnly = classes()
            .that()
            .resideInAPackage(SANDBOX)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SANDBOX,
                    "io.sextant.risk.measure..",
                    "io.sextant.domain.risk..",
                    "io.sextant.analytics..",
                    "org.jspecify..",
                    "java.lang..",
                    "java.util..")
            .because("nothing that is played with may reach a venue");

    /** One walk from all of them together: a wall with a door in it is no wall. */
    @ArchTest
    static void whatItRestsOnKnowsNoWayOutEither(JavaClasses all) {
        Map<JavaClass, List<JavaClass>> ways = new LinkedHashMap<>();
        Deque<JavaClass> reached = new ArrayDeque<>();
        for (JavaClass type : all.that(resideInAnyPackage("io.sextant.risk..", "io.sextant.analytics.."))) {
            ways.put(type, List.of(type));
            reached.add(type);
        }
        assertThat(ways).isNotEmpty();
        while (!reached.isEmpty()) {
            JavaClass from = reached.remove();
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (!ways.containsKey(to)) {
                    ways.put(
                            to,
                            Stream.concat(ways.get(from).stream(), Stream.of(to))
                                    .toList());
                    reached.add(to);
                }
            }
        }
        assertThat(ways.entrySet().stream()
                        .filter(way -> WAYS_OUT.test(way.getKey()))
                        .map(Map.Entry::getValue))
                .as("ways from risk and analytics to a venue")
                .isEmpty();
    }
}
