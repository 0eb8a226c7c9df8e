package io.sextant.app.doctor;

import io.sextant.domain.time.ShortTurns;
import java.util.Locale;

/** Does the system let the engine's thread take the processor when something happens, also on a busy machine? */
final class TurnsCheck {

    private TurnsCheck() {}

    static Finding examine() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Finding.well("Engine thread", "as this system schedules threads");
        }
        return ShortTurns.areGiven()
                ? Finding.well(
                        "Engine thread",
                        "gets short turns, so that it need not wait for models that learn (from Linux 6.12 on)")
                : Finding.watch(
                        "Engine thread",
                        "gets turns of the usual length; where models learn it may wait some milliseconds",
                        "Linux on x86-64 or ARM64 gives short ones where its calls are not filtered (containers). All works without.");
    }
}
