package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.request.GateStatus;
import org.junit.jupiter.api.Test;

/** What a regime allows is a setting, and the gate obeys it. */
class RegimeCapTest {

    private final BreakerDesk desk = new BreakerDesk();

    private void cap(ExposureCap cap) {
        assertThat(desk.session.apply(new ChangeSetting(ExposureCap.SETTING, cap.text())))
                .isInstanceOf(Outcome.Done.class);
    }

    private double exposureShare() {
        return desk.session.core().views().gate().lights().stream()
                .filter(light -> light.control() == GateControl.EXPOSURE)
                .mapToDouble(GateStatus.Light::share)
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused() {
        assertThat(desk.order(Side.BUY, 1)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REGIME_EXPOSURE);
            assertThat(refused.refusal().sentence()).contains("0.01 that the regime allows");
        });
    }

    @Test
    void positionsMayNotGrowBeyondItAndMayAlwaysShrink() {
        desk.trade(Side.BUY, 5);
        double uncapped = exposureShare();
        cap(ExposureCap.of(1));
        assertRefused();
        assertThat(exposureShare()).isGreaterThan(1).isGreaterThan(uncapped);
        desk.trade(Side.SELL, 2);
        assertRefused();

        cap(ExposureCap.NONE);
        desk.trade(Side.BUY, 1);
    }

    /** A person's word ends at its time by itself, whoever is there to hear it. */
    @Test
    void whatWasSetByHandEndsByItself() {
        cap(new ExposureCap(1, desk.nowNanos() + 5 * BreakerDesk.SECOND, ExposureCap.OFF));
        assertRefused();
        desk.pass(4);
        assertRefused();
        desk.pass(1);
        desk.trade(Side.BUY, 1);
    }

    @Test
    void aCapThatCannotBeReadLetsNoPositionGrow() {
        desk.trade(Side.BUY, 2);
        desk.session.apply(new ChangeSetting(ExposureCap.SETTING, "very little"));
        assertThat(desk.order(Side.BUY, 1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REGIME_EXPOSURE));
        desk.trade(Side.SELL, 1);
        desk.session.apply(new ChangeSetting(ExposureCap.SETTING, ""));
        desk.trade(Side.BUY, 1);
    }

    @Test
    void itHoldsAfterARestartWithASnapshotAndWithout() {
        for (boolean withSnapshot : new boolean[] {true, false}) {
            FuturesDesk futures = new FuturesDesk(3);
            futures.session().apply(new ChangeSetting(ExposureCap.SETTING, "0"));
            futures.restart(withSnapshot);
            Outcome outcome = futures.session()
                    .apply(new PlaceOrder(OrderDraft.market(
                            futures.future.id(), Side.BUY, futures.future.quantityOf(1), OrderOrigin.TICKET)));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REGIME_EXPOSURE));
        }
    }

    private void share(String text) {
        assertThat(desk.session.apply(new ChangeSetting(LimitShare.SETTING, text)))
                .isInstanceOf(Outcome.Done.class);
    }

    private void assertRefusedAs(RefusalCode code, Side side, long lots) {
        assertThat(desk.order(side, lots))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    /** The usual limits of these tests are read from the desk itself, so that half of them is half of whatever they are. */
    private long positionLimitLots() {
        return desk.session.core().views().gate().limits().byInstrument().stream()
                .filter(one -> one.instrument().equals(desk.future.id()))
                .mapToLong(one -> desk.future.lotsOf(one.maxPosition()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPartOfThePersonsOwnLimitsCountsAndPositionsMayAlwaysShrink() {
        long most = positionLimitLots();
        int percent = (int) Math.max(1, 300 / most);
        long allowed = most * percent / 100;
        desk.trade(Side.BUY, allowed + 1);
        share(LimitShare.of(percent).text());
        assertRefusedAs(RefusalCode.REGIME_POSITION, Side.BUY, 1);
        desk.trade(Side.SELL, 1);
        assertRefusedAs(RefusalCode.REGIME_POSITION, Side.BUY, 1);
        share("off");
        desk.trade(Side.BUY, 1);
    }

    /** A regime makes limits tighter and never looser: more than the whole is no share, and what is none lets nothing grow. */
    @Test
    void aShareThatCannotBeReadOrIsMoreThanTheWholeLetsNoPositionGrow() {
        desk.trade(Side.BUY, 2);
        for (String odd :
                new String[] {"a little", "101", "-1", "50 until tomorrow then 100", "200 until 9 then 100"}) {
            share(odd);
            assertRefusedAs(RefusalCode.REGIME_QUANTITY, Side.BUY, 1);
        }
        desk.trade(Side.SELL, 1);
        share("");
        desk.trade(Side.BUY, 1);
    }

    @Test
    void aShareSetByHandEndsByItself() {
        share(new LimitShare(0, desk.nowNanos() + 5 * BreakerDesk.SECOND, 100).text());
        desk.pass(4);
        assertRefusedAs(RefusalCode.REGIME_QUANTITY, Side.BUY, 1);
        desk.pass(1);
        desk.trade(Side.BUY, 1);
    }

    @Test
    void theShareHoldsAfterARestartWithASnapshotAndWithout() {
        for (boolean withSnapshot : new boolean[] {true, false}) {
            FuturesDesk futures = new FuturesDesk(3);
            futures.session().apply(new ChangeSetting(LimitShare.SETTING, "0"));
            futures.restart(withSnapshot);
            assertThat(futures.session()
                            .apply(new PlaceOrder(OrderDraft.market(
                                    futures.future.id(), Side.BUY, futures.future.quantityOf(1), OrderOrigin.TICKET))))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REGIME_LOSS));
        }
    }
}
