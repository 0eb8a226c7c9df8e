package io.sextant.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.sextant.domain.request.EngineClient;

/** A sandbox leads nowhere. */
final class SandboxWalls {

    private static final String SANDBOX = "io.sextant.risk.whatif..";

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

    @ArchTest
    static final ArchRule whatItRestsOnKnowsNoWayOutEither = noClasses()
            .that()
            .resideInAnyPackage("io.sextant.risk..", "io.sextant.analytics..")
            .should()
            .transitivelyDependOnClassesThat()
            .areAssignableTo(EngineClient.class)
            .orShould()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.sextant.execution..", "io.sextant.exchange..", "io.sextant.engine..", "java.net.http..")
            .because("a wall with a door in it is no wall");
}
