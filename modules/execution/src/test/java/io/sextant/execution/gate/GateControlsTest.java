package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.execution.gate.ControlCase.amend;
import static io.sextant.execution.gate.ControlCase.code;
import static io.sextant.execution.gate.Desk.ES;
import static io.sextant.execution.gate.Desk.ES_ID;
import static io.sextant.execution.gate.Desk.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.gate.ControlCase.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the twenty controls at its edge: what just passes, what just does not, and what somebody would try instead. */
class GateControlsTest {

    static Stream<ControlCase> cases() {
        return Stream.of(SizeControlCases.cases(), FlowControlCases.cases(), StandingControlCases.cases())
                .flatMap(group -> group);
    }

    static Stream<ControlCase> refusedCases() {
        return cases().filter(one -> one.code().isPresent());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void standsAtItsEdge(ControlCase one) {
        assertThat(one.ask().apply(gate(List.of(GateRule.values())), new Desk()))
                .isEqualTo(one.code());
    }

    @ParameterizedTest
    @EnumSource(GateControl.class)
    void everyControlHasCasesOfEveryKind(GateControl control) {
        assertThat(cases().filter(one -> one.control() == control)
                        .map(ControlCase::kind)
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Kind.class));
    }

    /** So no case is refused by accident: without its control a breach passes, and nobody else speaks for it at a bypass. */
    @ParameterizedTest
    @MethodSource("refusedCases")
    void isMissedWhenItIsSwitchedOff(ControlCase one) {
        List<GateRule> others = Arrays.stream(GateRule.values())
                .filter(rule -> GateControl.findControl(rule.code)
                        .filter(control -> control == one.control())
                        .isEmpty())
                .toList();
        Optional<RefusalCode> answer = one.ask().apply(gate(others), new Desk());
        if (one.kind() == Kind.BREACH) {
            assertThat(answer).isEmpty();
        } else {
            assertThat(answer.flatMap(GateControl::findControl)).isNotEqualTo(Optional.of(one.control()));
        }
    }

    private static RiskGate gate(List<GateRule> rules) {
        RiskGate gate = new RiskGate(Desk.TERMS, 100, rules);
        assertThat(gate.limits(Desk.LIMITS)).isEmpty();
        return gate;
    }

    @Test
    void reducingLetsSmallerPositionsPassAndHaltedNothing() {
        RiskGate gate = new RiskGate(Desk.TERMS, 100);
        gate.limits(Desk.LIMITS);
        Desk desk = new Desk().holds(ES, "2");
        gate.standing().set(GateState.REDUCING, "before the figures");
        assertThat(gate.standing().settle(5)).isTrue();

        assertThat(code(gate, limit(ES_ID, SELL, "2", "5000"), desk)).isEmpty();
        assertThat(code(gate, limit(ES_ID, SELL, "3", "5000"), desk)).contains(RefusalCode.GATE_REDUCING);
        assertThat(code(gate, limit(ES_ID, BUY, "1", "5000"), desk)).contains(RefusalCode.GATE_REDUCING);

        gate.standing().set(GateState.HALTED, "enough");
        gate.standing().settle(6);
        assertThat(code(gate, limit(ES_ID, SELL, "2", "5000"), desk)).contains(RefusalCode.GATE_HALTED);
        assertThat(amend("2", "4990").apply(gate, desk)).contains(RefusalCode.GATE_HALTED);
        assertThat(gate.standing().sinceNanos()).isEqualTo(6);
    }
}
