package io.sextant.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.RiskGate;
import java.util.Set;
import java.util.TreeSet;

/** No venue can be given an unchecked order. */
final class OneGate {

    @ArchTest
    static final ArchRule onlyTheGateMakesCheckedOrders = noClasses()
            .that()
            .doNotBelongToAnyOf(RiskGate.class)
            .should()
            .callConstructorWhere(makes(CheckedOrder.class).or(makes(CheckedAmend.class)));

    /** On the classpath another module could put a class into the gate's package and reach its constructors. */
    @ArchTest
    static void theGatesPackageHasOneHome(JavaClasses all) {
        Set<String> homes = new TreeSet<>();
        for (JavaClass type : all) {
            if (type.getPackageName().startsWith(RiskGate.class.getPackageName())) {
                homes.add(home(type));
            }
        }
        assertThat(homes).hasSize(1);
    }

    private static DescribedPredicate<JavaConstructorCall> makes(Class<?> checked) {
        return DescribedPredicate.describe(
                "make a " + checked.getSimpleName(),
                call -> call.getTargetOwner().isEquivalentTo(checked));
    }

    private static String home(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        return uri.substring(0, uri.indexOf(type.getPackageName().replace('.', '/')));
    }
}
