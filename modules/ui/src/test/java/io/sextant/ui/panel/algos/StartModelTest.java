package io.sextant.ui.panel.algos;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ParentKind;
import io.sextant.ui.exits.ExitsEntry;
import io.sextant.ui.exits.Measure;
import io.sextant.ui.exits.StopKind;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.signal.WorkWith;
import io.sextant.ui.testing.FakeInstruments;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The form means exactly what stands in it, or nothing. */
class StartModelTest {

    private static final Figures FRENCH = new Texts(Language.FRENCH, ZoneOffset.UTC).figures();

    private final Instrument bitcoin = FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC);
    private final StartModel model = new StartModel();

    @Test
    void readsABracketInTheLanguageOfTheReader() {
        model.quantity.set("0,5");
        model.limit.set("64000,5");
        model.exits.target().set("65000");
        model.exits.stop().set("63000");
        model.exits.minutes().set("90");
        assertThat(command()).hasValueSatisfying(command -> {
            var terms = ((PlaceBracket) command).terms();
            assertThat(terms.side()).isEqualTo(Side.BUY);
            assertThat(((Opening.ByOrder) terms.opening()).draft().type())
                    .isEqualTo(OrderType.limit(Price.parse("64000.5")));
            assertThat(terms.exits())
                    .isEqualTo(new BracketExits(
                            Price.parse("65000"), new ExitStop.Fixed(Price.parse("63000")), 5_400_000_000_000L, null));
        });
    }

    @Test
    void aTrailingStopStaysBehind() {
        model.quantity.set("1");
        model.exits.stopKind().set(StopKind.TRAILING);
        model.exits.trail().set("1,5");
        assertThat(command())
                .hasValueSatisfying(command -> assertThat(
                                ((PlaceBracket) command).terms().exits().stop())
                        .isEqualTo(new ExitStop.Trailing(new Trail.ByShare(150))));
    }

    @Test
    void aBracketWithoutAnyExitMeansNothing() {
        model.quantity.set("1");
        assertThat(entry()).isEqualTo(new StartEntry.Unguarded(ExitsEntry.Gap.STOP));
        model.exits.stopKind().set(StopKind.NONE);
        assertThat(entry()).isEqualTo(new StartEntry.Unguarded(ExitsEntry.Gap.NOTHING));
    }

    @Test
    void measuresExitsFromTheMarketWhereTheEntryHasNoPrice() {
        model.quantity.set("1");
        model.side.set(Side.SELL);
        model.exits.targetMeasure().set(Measure.PERCENT);
        model.exits.target().set("2");
        model.exits.stopMeasure().set(Measure.DISTANCE);
        model.exits.stop().set("100,5");
        assertThat(command())
                .hasValueSatisfying(
                        command -> assertThat(((PlaceBracket) command).terms().exits())
                                .isEqualTo(BracketExits.of(Price.parse("58800"), Price.parse("60100.5"))));
    }

    @Test
    void takesWhatTheTicketWantsWorked() {
        model.take(
                new WorkWith(
                        ParentKind.ICEBERG,
                        FakeInstruments.BTC,
                        Side.SELL,
                        Optional.of(Quantity.parse("2.5")),
                        Optional.of(Price.parse("64000.5"))),
                Language.FRENCH);
        model.part.set("0,5");
        assertThat(command()).hasValueSatisfying(command -> {
            AlgoTerms terms = ((PlaceAlgo) command).terms();
            assertThat(terms.side()).isEqualTo(Side.SELL);
            assertThat(terms.quantity()).isEqualTo(Quantity.parse("2.5"));
            assertThat(terms.limit()).isEqualTo(Price.parse("64000.5"));
        });
    }

    @Test
    void readsAlgorithms() {
        model.quantity.set("2");
        model.minutes.set("10");
        model.kind.set(ParentKind.TWAP);
        assertThat(plan()).isEqualTo(new AlgoPlan.Twap(600_000_000_000L, 20));
        model.kind.set(ParentKind.POV);
        assertThat(command()).isEmpty();
        model.part.set("12,5");
        assertThat(plan()).isEqualTo(new AlgoPlan.Pov(1_250, 600_000_000_000L));
        model.kind.set(ParentKind.VWAP);
        assertThat(plan()).isEqualTo(new AlgoPlan.Vwap(600_000_000_000L, List.of(1, 2)));
        model.kind.set(ParentKind.ICEBERG);
        model.part.set("0,2");
        assertThat(command()).isEmpty();
        model.limit.set("64000");
        assertThat(plan()).isEqualTo(new AlgoPlan.Iceberg(Quantity.parse("0.2"), 2_000));
    }

    @Test
    void aRouteIsOfferedOnlyWhereThereIsSomewhereToRouteTo() {
        assertThat(StartModel.kinds(false)).doesNotContain(ParentKind.ROUTE).containsAll(StartModel.KINDS);
        assertThat(StartModel.kinds(true)).endsWith(ParentKind.ROUTE);
        AlgoPlan route = new AlgoPlan.Route(List.of(FakeInstruments.BTC.at("kraken")), 60_000_000_000L);
        model.quantity.set("2");
        model.minutes.set("1");
        model.kind.set(ParentKind.ROUTE);
        assertThat(model.entry(bitcoin, FRENCH, Optional.empty(), (kind, nanos, slices) -> Optional.of(route)))
                .isInstanceOfSatisfying(
                        StartEntry.Algo.class,
                        algo -> assertThat(((PlaceAlgo) algo.command()).terms().plan())
                                .isEqualTo(route));
    }

    @Test
    void anEditTakesTheQuestionBack() {
        model.quantity.set("2");
        model.exits.stop().set("63000");
        model.asked.set(Optional.of((StartEntry.Ready) entry()));
        model.exits.stop().set("62000");
        assertThat(model.asked.get()).isEmpty();
    }

    @Test
    void whatCannotBeReadMeansNothing() {
        model.quantity.set("0");
        model.exits.stop().set("63000");
        assertThat(command()).isEmpty();
        model.quantity.set("1");
        model.limit.set("abc");
        assertThat(command()).isEmpty();
    }

    private Optional<Command> command() {
        return entry() instanceof StartEntry.Ready ready ? Optional.of(ready.command()) : Optional.empty();
    }

    private StartEntry entry() {
        return model.entry(
                bitcoin,
                FRENCH,
                Optional.of(Price.parse("60000")),
                (kind, nanos, slices) -> kind == ParentKind.VWAP
                        ? Optional.of(new AlgoPlan.Vwap(nanos, List.of(1, 2)))
                        : Optional.empty());
    }

    private AlgoPlan plan() {
        return ((PlaceAlgo) command().orElseThrow()).terms().plan();
    }
}
