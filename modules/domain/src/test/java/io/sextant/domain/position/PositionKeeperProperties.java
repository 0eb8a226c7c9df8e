package io.sextant.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PositionKeeperProperties {

    private static final int ALL_OF_IT = 1_000;

    /** A fill as a venue would report it; the fee is a share of what changed hands, in parts per thousand. */
    record GivenFill(Side side, long priceTicks, long size, int feePerMille, boolean feeInBase) {

        /** Contracts and shares are heavier than satoshis: forty fills must stay inside the ledger. */
        long lots(Instrument instrument) {
            return instrument instanceof SpotPair ? size : 1 + size % 100;
        }

        long feeUnits(Instrument instrument) {
            boolean inBase = isFeeInBase(instrument);
            long of = inBase
                    ? lots(instrument) * instrument.positionUnitsPerLot()
                    : priceTicks * lots(instrument) * instrument.moneyUnitsPerTickLot();
            return feePerMille == ALL_OF_IT ? of * side.sign() : Math.ceilDiv(of, 1_000) * feePerMille;
        }

        boolean isFeeInBase(Instrument instrument) {
            return feeInBase && instrument instanceof SpotPair;
        }
    }

    @Property
    void positionsFromFillsEqualABruteForceTwin(
            @ForAll("instruments") Instrument instrument,
            @ForAll CostBasis costBasis,
            @ForAll("histories") List<GivenFill> fills) {
        PositionKeeper keeper = new PositionKeeper(instrument, costBasis);
        BruteForcePosition twin = new BruteForcePosition(instrument, costBasis);
        for (GivenFill fill : fills) {
            give(keeper, fill);
            twin.onFill(
                    fill.side(),
                    fill.priceTicks(),
                    fill.lots(instrument),
                    fill.feeUnits(instrument),
                    fill.isFeeInBase(instrument));

            assertThat(keeper.signedUnits()).isEqualTo(twin.units().longValueExact());
            assertThat(keeper.openCostUnits()).isEqualTo(twin.openCost().longValueExact());
            assertThat(keeper.realisedUnits()).isEqualTo(twin.realised().longValueExact());
            assertThat(keeper.feesQuoteUnits()).isEqualTo(twin.feesQuote().longValueExact());
            assertThat(keeper.feesBaseUnits()).isEqualTo(twin.feesBase().longValueExact());
            assertThat(keeper.cashFlowUnits()).isEqualTo(twin.cashFlow().longValueExact());
            assertThat(keeper.exposureUnits(fill.priceTicks()))
                    .isEqualTo(twin.exposure(fill.priceTicks()).longValueExact());
        }
    }

    @Property
    void cashAndMarketValueAreAllProfitLessFeesToTheUnit(
            @ForAll("instruments") Instrument instrument,
            @ForAll CostBasis costBasis,
            @ForAll("histories") List<GivenFill> fills,
            @ForAll("prices") long markTicks) {
        PositionKeeper keeper = new PositionKeeper(instrument, costBasis);
        BigInteger paid = BigInteger.ZERO;
        for (GivenFill fill : fills) {
            give(keeper, fill);
            paid = paid.add(BigInteger.valueOf(fill.side().sign()
                    * instrument
                            .notional(fill.priceTicks(), fill.lots(instrument))
                            .units()));

            assertThat(keeper.openCostUnits() - keeper.realisedUnits()).isEqualTo(paid.longValueExact());
            assertThat(keeper.cashFlowUnits() + keeper.marketValueUnits(markTicks))
                    .isEqualTo(keeper.realisedUnits() + keeper.unrealisedUnits(markTicks) - keeper.feesQuoteUnits());
            if (keeper.signedUnits() == 0) {
                assertThat(keeper.openCostUnits()).isZero();
            }
        }
    }

    @Property
    void aSavedKeeperGoesOnAsIfNothingHadHappened(
            @ForAll("instruments") Instrument instrument,
            @ForAll CostBasis costBasis,
            @ForAll("histories") List<GivenFill> before,
            @ForAll("histories") List<GivenFill> after) {
        PositionKeeper keeper = new PositionKeeper(instrument, costBasis);
        before.forEach(fill -> give(keeper, fill));
        PositionKeeper resumed = new PositionKeeper(instrument, costBasis);
        resumed.load(StateBytes.reader(saved(keeper)));
        for (GivenFill fill : after) {
            give(keeper, fill);
            give(resumed, fill);
        }
        assertThat(saved(resumed)).isEqualTo(saved(keeper));
    }

    private static byte[] saved(PositionKeeper keeper) {
        StateBytes bytes = new StateBytes();
        keeper.save(bytes);
        return bytes.toByteArray();
    }

    private static void give(PositionKeeper keeper, GivenFill fill) {
        Instrument instrument = keeper.instrument();
        keeper.onFill(
                fill.side(),
                fill.priceTicks(),
                fill.lots(instrument),
                fill.feeUnits(instrument),
                fill.isFeeInBase(instrument));
    }

    @Provide
    Arbitrary<Instrument> instruments() {
        return Arbitraries.of(
                new SpotPair(
                        InstrumentId.of("BTC-USDT"),
                        "Bitcoin",
                        Currency.BTC,
                        Currency.USDT,
                        TradingRules.of("0.01", "0.00001"),
                        FeeSchedule.FREE),
                new SpotPair(
                        InstrumentId.of("SHIB-USDT"),
                        "Shiba",
                        new Currency("SHIB", 2),
                        Currency.USDT,
                        TradingRules.of("0.00000001", "3"),
                        FeeSchedule.FREE),
                new Equity(
                        InstrumentId.of("ACME"), "Acme", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE),
                new Future(
                        InstrumentId.of("ES-2026Z"),
                        "E-mini",
                        Currency.USD,
                        TradingRules.of("0.25", "1"),
                        FeeSchedule.FREE,
                        50,
                        1));
    }

    @Provide
    Arbitrary<Long> prices() {
        return Arbitraries.longs().between(-100, 10_000_000);
    }

    @Provide
    Arbitrary<List<GivenFill>> histories() {
        Arbitrary<Long> lots = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 7), Arbitraries.longs().between(1, 100_000));
        return Combinators.combine(
                        Arbitraries.of(Side.class),
                        prices(),
                        lots,
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.integers().between(-30, 30)),
                                Tuple.of(1, Arbitraries.just(ALL_OF_IT))),
                        Arbitraries.of(true, false))
                .as(GivenFill::new)
                .list()
                .ofMaxSize(40);
    }
}
