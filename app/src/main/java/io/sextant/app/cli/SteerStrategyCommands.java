package io.sextant.app.cli;

import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostSteering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts, pauses and ends strategies that a desk runs. */
final class SteerStrategyCommands {

    private SteerStrategyCommands() {}

    private abstract static class Steer extends DeskStrategyPart {

        @Parameters(paramLabel = "NAME", description = "What the strategy was hosted as.")
        String name = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the journal.")
        String reason = "";

        abstract HostSteering how();

        abstract String done();

        @Override
        public Integer call() {
            return desk.open(dataFolder(), spec, hand -> {
                hand.submit("strategy", SteerStrategy.asked(name, how(), reason.strip()));
                say(name + " " + done());
                return ExitCode.OK;
            });
        }
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Starts a hosted strategy; it trades whenever the desk is open with sextant run.")
    static final class Start extends Steer {

        @Override
        HostSteering how() {
            return HostSteering.START;
        }

        @Override
        String done() {
            return "runs whenever the desk does: after a warm-up, and once the venue's books agree.";
        }
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Takes back what works of a strategy and lets it send nothing more; what it holds stays.")
    static final class Pause extends Steer {

        @Override
        HostSteering how() {
            return HostSteering.PAUSE;
        }

        @Override
        String done() {
            return "is paused; what it holds stays.";
        }
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description =
                    "Lets a paused strategy go on, also after the kill switch, which starts nothing again by itself.")
    static final class Resume extends Steer {

        @Override
        HostSteering how() {
            return HostSteering.RESUME;
        }

        @Override
        String done() {
            return "goes on whenever the desk runs.";
        }
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Ends a strategy; what it holds stays in its book, or with --close is sold or bought back.")
    static final class Stop extends Steer {

        @Option(
                names = "--close",
                description = "Sell or buy back all that it holds, when the desk runs, and end it then.")
        boolean close;

        @Override
        HostSteering how() {
            return close ? HostSteering.STOP_AND_CLOSE : HostSteering.STOP;
        }

        @Override
        String done() {
            return close ? "closes what it holds whenever the desk runs, and is stopped then." : "is stopped.";
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Forgets a strategy that is stopped and holds nothing.")
    static final class Remove extends Steer {

        @Override
        HostSteering how() {
            return HostSteering.REMOVE;
        }

        @Override
        String done() {
            return "is removed.";
        }
    }
}
