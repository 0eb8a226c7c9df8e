package io.sextant.cluster;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** The walls around this room; those of the others are held in app, on whose class path it is not. */
@AnalyzeClasses(packages = "io.sextant.cluster", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule itKnowsTheDomainAndWhatTravelsOfTheEngine = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.sextant.cluster..",
                    "io.sextant.domain..",
                    "io.sextant.engine.fleet..",
                    "org.apache.spark..",
                    "scala..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule itFetchesNeitherClockNorChanceAndDoesNotSleep = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Thread.class))).and(target(name("sleep"))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Instant.class))).and(target(name("now"))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Clock.class, Random.class, SplittableRandom.class, SecureRandom.class, ThreadLocalRandom.class);
}
