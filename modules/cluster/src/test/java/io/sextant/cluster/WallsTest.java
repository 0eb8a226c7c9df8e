package io.sextant.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
    static final ArchRule itFetchesNoClockAndDoesNotSleep = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
