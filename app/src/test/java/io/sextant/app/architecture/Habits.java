package io.sextant.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.sextant.domain.command.Command;
import io.sextant.domain.event.Event;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** How code behaves in every room. */
final class Habits {

    private static final Set<String> CLOCK_AND_CHANCE = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.util.random.RandomGenerator.of",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.UUID.randomUUID");

    private static final Set<String> WALL_CLOCKS = Set.of(
            Instant.class.getName(),
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime");

    @ArchTest
    static final ArchRule clockAndChanceAreHandedIn = noClasses()
            .that()
            .resideOutsideOfPackages("io.sextant.domain.time..", "io.sextant.app..", "io.sextant.benchmarks..")
            .should()
            .accessTargetWhere(fetchesClockOrChance())
            .orShould()
            .dependOnClassesThat(describe(
                    "are ambient generators",
                    type -> type.isAssignableTo(Random.class)
                            || type.isEquivalentTo(ThreadLocalRandom.class)
                            || type.isEquivalentTo(SplittableRandom.class)))
            .because("a replay must see the same time and the same chance");

    @ArchTest
    static final ArchRule commandsAreRecords = classes()
            .that(assignableTo(Command.class))
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule eventsAreRecords = classes()
            .that(assignableTo(Event.class))
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)")
            .because("such a class is where everything ends up");

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackages("io.sextant.app..", "io.sextant.benchmarks..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule everyRoomIsNullMarked =
            classes().should(new NullMarkedPackages()).because("null must be asked for, not found");

    private static DescribedPredicate<JavaAccess<?>> fetchesClockOrChance() {
        return describe("fetches the clock, chance, or sleeps", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return CLOCK_AND_CHANCE.contains(owner + "." + name) || (WALL_CLOCKS.contains(owner) && name.equals("now"));
        });
    }

    private static final class NullMarkedPackages extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {

        NullMarkedPackages() {
            super("be in a package marked @NullMarked");
        }

        @Override
        public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
            boolean generated = type.getPackageName().contains(".generated");
            if (!generated && !type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                        type, type.getName() + " is in a package without @NullMarked"));
            }
        }
    }
}
