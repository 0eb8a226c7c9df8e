package io.sextant.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.RiskGate;

/** No venue can be given an unchecked order. */
@AnalyzeClasses(packages = "io.sextant", importOptions = ImportOption.DoNotIncludeTests.class)
class GateTest {

    @ArchTest
    static final ArchRule onlyTheGateMakesCheckedOrders = noClasses()
            .that()
            .doNotBelongToAnyOf(RiskGate.class)
            .should()
            .callConstructorWhere(makes(CheckedOrder.class).or(makes(CheckedAmend.class)));

    /** On the classpath another module could put a class into the gate's package and reach its constructors. */
    @ArchTest
    static final ArchRule nobodyElseMovesIntoTheGatesPackage = classes()
            .that()
            .resideInAPackage(RiskGate.class.getPackageName() + "..")
            .should(new ArchCondition<JavaClass>("come from where the gate comes from") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!home(type).equals(home(RiskGate.class))) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " comes from " + home(type)));
                    }
                }
            });

    private static DescribedPredicate<JavaConstructorCall> makes(Class<?> checked) {
        return DescribedPredicate.describe(
                "make a " + checked.getSimpleName(), call -> call.getTargetOwner().isEquivalentTo(checked));
    }

    private static String home(JavaClass type) {
        String path = type.getName().replace('.', '/') + ".class";
        String uri = type.getSource().map(source -> source.getUri().toString()).orElse(path);
        return home(uri, path);
    }

    private static String home(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        return home(String.valueOf(type.getResource("/" + path)), path);
    }

    private static String home(String uri, String path) {
        return uri.substring(0, uri.length() - path.length());
    }
}
