package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.store.SextantStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginAnewTest {

    @TempDir
    Path data;

    @Test
    void aDeskWhoseJournalNoLongerReplaysIsSetAsideWholeAndANewOneBegun() throws IOException {
        long firstPosition = openAndClose(DeskMending.NOTHING);
        tellSomethingThatNeverHappened();

        SessionProblem problem = catchThrowableOfType(SessionProblem.class, () -> openAndClose(DeskMending.NOTHING));
        assertThat(problem.cure()).isEqualTo(DeskMending.BEGIN_ANEW);
        assertThat(problem).hasMessageContaining("--begin-anew").hasMessageContaining("Nothing was altered");

        long newPosition = openAndClose(DeskMending.BEGIN_ANEW);

        assertThat(newPosition).isPositive().isLessThanOrEqualTo(firstPosition + 5);
        assertThat(setAside())
                .singleElement()
                .satisfies(old -> assertThat(records(old)).isGreaterThan(firstPosition));
    }

    @Test
    void aDeskInUseIsNotMoved() throws IOException {
        try (DeskSession session = DeskSession.open(options(DeskMending.NOTHING), said -> {})) {
            assertThat(session).isNotNull();
            assertThatThrownBy(() -> openAndClose(DeskMending.BEGIN_ANEW)).isInstanceOf(SessionProblem.class);
            assertThat(setAside()).isEmpty();
        }
    }

    private long openAndClose(DeskMending mending) {
        try (DeskSession session = DeskSession.open(options(mending), said -> {})) {
            assertThat(session.findings()).isEmpty();
        }
        return records(data.resolve("simulated"));
    }

    private static long records(Path folder) {
        try (SextantStore store = StoreOpening.openToLook(folder)) {
            return store.journal().lastPosition();
        }
    }

    private void tellSomethingThatNeverHappened() {
        Clock clock = new SystemClock();
        try (SextantStore store = StoreOpening.open(data.resolve("simulated"), DeskMending.NOTHING, false, clock)) {
            long position = store.journal().lastPosition() + 1;
            AtomicLong lastSequence = new AtomicLong();
            store.journal().read(0, (at, kind, sequence, payload, offset, length) -> lastSequence.set(sequence));
            StateBytes bytes = new StateBytes();
            EventCodec.write(bytes, new SettingChanged(position, clock.nanos(), "never", "set"));
            store.journal().append(RecordKind.FACT, lastSequence.get(), bytes.array(), bytes.size());
        }
    }

    private List<Path> setAside() throws IOException {
        try (Stream<Path> found = Files.list(data)) {
            return found.filter(path -> path.getFileName().toString().contains(".set-aside-"))
                    .toList();
        }
    }

    private DeskOptions options(DeskMending mending) {
        return new DeskOptions(
                Optional.of(data), Optional.of(7L), Optional.empty(), Optional.empty(), Optional.empty(), mending);
    }
}
