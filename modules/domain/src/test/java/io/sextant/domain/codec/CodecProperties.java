package io.sextant.domain.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.market.Headline;
import io.sextant.domain.session.SessionTerms;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CodecProperties {

    @Property
    void everyCommandComesBackAsItWas(@ForAll long seed) {
        RecordArbitraries draw = new RecordArbitraries(seed);
        CommandKey key = draw.key();
        Command command = draw.command();
        StateBytes bytes = new StateBytes();
        CommandCodec.write(bytes, key, command);

        assertThat(CommandCodec.read(StateBytes.reader(bytes.toByteArray())))
                .isEqualTo(new CommandCodec.Keyed(key, command));
        survivesDamage(bytes.toByteArray(), seed, CommandCodec::read);
    }

    @Property
    void everyFactComesBackAsItWas(@ForAll long seed) {
        Event event = new RecordArbitraries(seed).event();
        StateBytes bytes = new StateBytes();
        EventCodec.write(bytes, event);

        assertThat(EventCodec.read(StateBytes.reader(bytes.toByteArray()))).isEqualTo(event);
        survivesDamage(bytes.toByteArray(), seed, EventCodec::read);
    }

    @Property
    void everySessionComesBackAsItWas(@ForAll long seed) {
        SessionTerms terms = new RecordArbitraries(seed).terms();
        StateBytes bytes = new StateBytes();
        SessionCodec.write(bytes, terms);

        assertThat(SessionCodec.read(StateBytes.reader(bytes.toByteArray()))).isEqualTo(terms);
        survivesDamage(bytes.toByteArray(), seed, SessionCodec::read);
    }

    @Property
    void everyListOfInstrumentsComesBackAsItWas(@ForAll long seed) {
        InstrumentCatalog instruments = new RecordArbitraries(seed).terms().instruments();
        StateBytes bytes = new StateBytes();
        MarketCodec.write(bytes, instruments);

        assertThat(MarketCodec.readInstruments(StateBytes.reader(bytes.toByteArray()))
                        .all())
                .isEqualTo(instruments.all());
        survivesDamage(bytes.toByteArray(), seed, MarketCodec::readInstruments);
    }

    @Property
    void everyHeadlineComesBackAsItWas(@ForAll long seed) {
        Headline headline = new RecordArbitraries(seed).headline();
        StateBytes bytes = new StateBytes();
        MarketCodec.write(bytes, headline);

        assertThat(MarketCodec.readHeadline(StateBytes.reader(bytes.toByteArray())))
                .isEqualTo(headline);
        survivesDamage(bytes.toByteArray(), seed, MarketCodec::readHeadline);
    }

    /** Cut short it must be refused; with a changed byte it may say something else, or be refused, but never fail otherwise. */
    private static void survivesDamage(byte[] bytes, long seed, Function<StateReader, ?> read) {
        Random random = new Random(seed);
        int cut = random.nextInt(bytes.length);
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> read.apply(StateBytes.reader(bytes, 0, cut)));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        try {
            assertThat(read.apply(StateBytes.reader(bytes))).isNotNull();
        } catch (UnreadableRecordException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
