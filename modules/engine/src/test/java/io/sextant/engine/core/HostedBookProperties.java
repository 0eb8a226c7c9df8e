package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.simulator.SimulatedInstruments;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Books of hosted strategies against a book that remembers every single lot. */
class HostedBookProperties {

    private static final long CAPITAL = 1_000_000_000_000L;
    private static final List<Instrument> INSTRUMENTS = new SimulatedInstruments(0)
            .catalog().all().stream().filter(Instrument::tradable).limit(2).toList();

    record Fill(int own, Side side, long ticks, long lots, long fee) {}

    @Provide
    Arbitrary<List<Fill>> fills() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(Side.values()),
                        Arbitraries.longs().between(1, 5_000),
                        Arbitraries.longs().between(1, 40),
                        Arbitraries.longs().between(-5, 500))
                .as(Fill::new)
                .list()
                .ofMaxSize(60);
    }

    /** Lots one by one, each with what it was taken at: the mean cost of a position is the mean over its lots. */
    private static final class LotByLot {

        private final List<List<Double>> taken = List.of(new ArrayList<>(), new ArrayList<>());
        private final int[] sign = new int[2];
        private double realisedTicks;
        private double cashUnits = CAPITAL;
        private long trades;

        void fill(Fill fill) {
            double unit = INSTRUMENTS.get(fill.own()).moneyUnitsPerTickLot();
            cashUnits -= fill.side().sign() * fill.ticks() * fill.lots() * unit + fill.fee();
            List<Double> held = taken.get(fill.own());
            for (long i = 0; i < fill.lots(); i++) {
                if (held.isEmpty() || sign[fill.own()] == fill.side().sign()) {
                    sign[fill.own()] = fill.side().sign();
                    held.add((double) fill.ticks());
                } else {
                    double mean = held.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow();
                    realisedTicks += sign[fill.own()] * (fill.ticks() - mean) * unit;
                    held.removeLast();
                    held.replaceAll(each -> mean);
                    trades += held.isEmpty() ? 1 : 0;
                }
            }
        }

        long lots(int own) {
            return (long) taken.get(own).size() * sign[own];
        }
    }

    @Property(tries = 300)
    void aBookIsWhatLotByLotComesTo(@ForAll("fills") List<Fill> fills) {
        HostedBook book = new HostedBook(INSTRUMENTS, CAPITAL);
        LotByLot twin = new LotByLot();
        long fees = 0;
        for (Fill fill : fills) {
            book.fill(fill.own(), fill.side(), fill.ticks(), fill.lots(), fill.fee());
            twin.fill(fill);
            fees += fill.fee();
        }
        long unrealised = 0;
        long worth = book.cashUnits();
        for (int own = 0; own < 2; own++) {
            assertThat(book.lots(own)).isEqualTo(twin.lots(own));
            unrealised += book.unrealisedUnits(own, 777);
            worth += book.worthUnits(own, 777);
        }
        assertThat((double) book.cashUnits()).isEqualTo(twin.cashUnits);
        assertThat(book.trades()).isEqualTo(twin.trades);
        assertThat(book.feeUnits()).isEqualTo(fees);
        // What is realised and what is not come to the cash and the positions, to the unit.
        assertThat(CAPITAL + book.realisedUnits() + unrealised - fees).isEqualTo(worth);
        // Each part of a position that is closed rounds its cost down by less than one tick times one lot.
        double unit = INSTRUMENTS.stream()
                .mapToLong(Instrument::moneyUnitsPerTickLot)
                .max()
                .orElseThrow();
        assertThat((double) book.realisedUnits()).isCloseTo(twin.realisedTicks, within(unit * (fills.size() + 1)));
    }

    @Property(tries = 100)
    void aBookThatWasReadBackGoesOnAsItWouldHave(
            @ForAll("fills") List<Fill> before, @ForAll("fills") List<Fill> after) {
        HostedBook book = new HostedBook(INSTRUMENTS, CAPITAL);
        before.forEach(fill -> book.fill(fill.own(), fill.side(), fill.ticks(), fill.lots(), fill.fee()));
        HostedBook read = new HostedBook(INSTRUMENTS, 0);
        read.load(StateBytes.reader(bytes(book)));
        for (Fill fill : after) {
            book.fill(fill.own(), fill.side(), fill.ticks(), fill.lots(), fill.fee());
            read.fill(fill.own(), fill.side(), fill.ticks(), fill.lots(), fill.fee());
        }
        assertThat(bytes(read)).isEqualTo(bytes(book));
    }

    private static byte[] bytes(HostedBook book) {
        StateBytes bytes = new StateBytes();
        book.save(bytes);
        return bytes.toByteArray();
    }
}
