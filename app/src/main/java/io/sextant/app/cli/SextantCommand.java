package io.sextant.app.cli;

import io.sextant.app.backup.ArchiveProblem;
import io.sextant.app.session.DataFolder;
import io.sextant.app.session.LabFolder;
import io.sextant.app.session.Profiles;
import io.sextant.app.session.SessionProblem;
import io.sextant.domain.vault.VaultException;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.remote.certificate.UnusableCertificateException;
import io.sextant.voice.problem.VoiceException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;

/** The root of the command line. Without a command it opens the desk: the window, or the terminal where there is none. */
@Command(
        name = "sextant",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A trading workstation that predicts, decides, checks, executes and explains, on this machine.",
        subcommands = {
            RunCommand.class,
            OpenCommand.class,
            DoctorCommand.class,
            DataCommand.class,
            UpdatesCommand.class,
            SimulateCommand.class,
            RecordCommand.class,
            StateCommand.class,
            ResampleCommand.class,
            ImportCommand.class,
            HistoryCommand.class,
            ExportCommand.class,
            QualityCommand.class,
            ScheduleCommand.class,
            AlertsCommand.class,
            NewsCommand.class,
            MacroCommand.class,
            CompaniesCommand.class,
            IndicatorsCommand.class,
            FeaturesCommand.class,
            PatternsCommand.class,
            AnaloguesCommand.class,
            TestCommand.class,
            FitCommand.class,
            EvaluateCommand.class,
            TuneCommand.class,
            StrategiesCommand.class,
            BacktestCommand.class,
            VerdictCommand.class,
            SweepCommand.class,
            RiskCommand.class,
            WhatIfCommand.class,
            OptimiseCommand.class,
            OptionsCommand.class,
            AskCommand.class,
            BriefingCommand.class,
            BookCommand.class,
            JournalCommand.class,
            MigrateCommand.class,
            VaultCommand.class,
            VoiceCommand.class,
            FlattenCommand.class,
            SettleCommand.class,
            RouteCommand.class,
            EngineCommand.class,
            ReferenceCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 not understood, 3 data folder locked or damaged, 4 refused by a rule,",
            "5 the doctor found something to mend, 6 a file is missing or not understood, 7 a journal is not what was written,",
            "8 a journal is not proven. The launcher script adds 10 to 14 (no Java, bad download, no Maven, build failed,",
            "missing system libraries)."
        })
public final class SextantCommand implements Callable<Integer> {

    static final String PORTABLE = "--portable";

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where Sextant keeps its data; your own data folder if not given.")
    @Nullable Path dataFolder;

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Another person's or purpose's desks, keys and settings, below the data folder.")
    @Nullable String profile;

    @Option(
            names = PORTABLE,
            scope = ScopeType.INHERIT,
            description = "Keep the data of this start beside the launcher, in sextant-data.")
    boolean portable;

    @Mixin
    ConnectOptions connect = new ConnectOptions();

    /** Where the data lies that is meant; null for the usual place. */
    @Nullable Path folder() {
        Path root = portable ? besideLauncher() : dataFolder;
        String name = profile;
        if (name == null) {
            return root;
        }
        return new Profiles(Optional.ofNullable(root).orElseGet(DataFolder::usual)).folder(name);
    }

    private Path besideLauncher() {
        if (dataFolder != null) {
            throw new RefusedByRule("--data and " + PORTABLE + " name two places for the data; say one of them");
        }
        Path beside = DataFolder.besideLauncher()
                .orElseThrow(
                        () -> new RefusedByRule(
                                PORTABLE
                                        + " keeps the data beside the launcher, and nobody said which launcher this was; --data DIR does without"));
        if (!Files.isWritable(Files.isDirectory(beside) ? beside : beside.getParent())) {
            throw new RefusedByRule(PORTABLE + " keeps the data in " + beside
                    + ", where you may not write; carry Sextant to a folder of your own, or say --data DIR");
        }
        return beside;
    }

    @Override
    public Integer call() {
        return new RunCommand(this).call();
    }

    public static int execute(String[] args, PrintStream out, PrintStream err) {
        PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
        Optional<PlainStart> plain = PlainStart.of(args);
        if (plain.isPresent()) {
            try {
                return plain.get().command().call();
            } catch (RuntimeException failure) {
                return tell(failure, errors);
            }
        }
        CommandLine line = new CommandLine(new SextantCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(errors)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(SextantCommand::run)
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, errors))
                .setParameterExceptionHandler((failure, arguments) -> {
                    errors.println(
                            "sextant: " + sentence(String.valueOf(failure.getMessage())) + " Try sextant --help.");
                    return ExitCode.USAGE;
                });
        return line.execute(OpenCommand.withWord(args));
    }

    /**
     * Runs what was asked for. The place for a server is the root's alone, so that no command which acts on a desk of this machine is taken for one
     * that acts on the server's.
     */
    private static int run(CommandLine.ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (parsed.hasMatchedOption(ConnectOptions.NAME) && parsed.hasSubcommand()) {
            CommandLine command = parsed.subcommand().commandSpec().commandLine();
            if (!ConnectOptions.OPENING.contains(command.getCommandName())) {
                throw new CommandLine.ParameterException(
                        command,
                        ConnectOptions.NAME + " only opens the window on a server's engine; " + command.getCommandName()
                                + " knows this machine's desk alone, and nothing was done.");
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int tell(Exception failure, PrintWriter errors) {
        OptionalInt foreseen = foreseen(failure);
        if (foreseen.isPresent()) {
            errors.println("sextant: " + sentence(String.valueOf(failure.getMessage())));
            return foreseen.getAsInt();
        }
        System.getLogger(SextantCommand.class.getName()).log(System.Logger.Level.DEBUG, "the command failed", failure);
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof NoSuchFileException missing) {
            errors.println("sextant: There is no file " + missing.getFile() + ".");
            return ExitCode.FILE;
        }
        String message = cause.getMessage();
        errors.println("sextant: " + sentence(message == null ? cause.getClass().getSimpleName() : message));
        return ExitCode.FAILED;
    }

    /** The exit code of what says itself what is wrong. */
    private static OptionalInt foreseen(Exception failure) {
        return switch (failure) {
            case SessionProblem ignored -> OptionalInt.of(ExitCode.DATA);
            case VaultException problem -> OptionalInt.of(code(problem));
            case ArchiveProblem ignored -> OptionalInt.of(ExitCode.FILE);
            case FileProblem ignored -> OptionalInt.of(ExitCode.FILE);
            case UnusableCertificateException ignored -> OptionalInt.of(ExitCode.FILE);
            case VoiceException problem -> OptionalInt.of(code(problem));
            case RefusedByRule ignored -> OptionalInt.of(ExitCode.REFUSED);
            default -> OptionalInt.empty();
        };
    }

    private static int code(VaultException problem) {
        return switch (problem.trouble()) {
            case DAMAGED, TAMPERED, NEWER_VERSION, UNUSABLE, CHANGED_MEANWHILE -> ExitCode.DATA;
            case NO_VAULT,
                    VAULT_EXISTS,
                    LOCKED,
                    WRONG_PASSPHRASE,
                    PASSPHRASE_TOO_SHORT,
                    KEYRING_REFUSED,
                    KEYRING_EMPTY,
                    KEYRING_FOREIGN,
                    NO_SUCH_KEY,
                    KEY_EXISTS,
                    KEY_NOT_ACCEPTED,
                    KEY_CAN_WITHDRAW -> ExitCode.REFUSED;
        };
    }

    private static int code(VoiceException problem) {
        return switch (problem.trouble()) {
            case NO_MODEL, BROKEN_MODEL, NOT_SOUND, TOO_LONG, NO_FILE, BAD_ARCHIVE, WRONG_CHECKSUM -> ExitCode.FILE;
            case NO_MICROPHONE,
                    MICROPHONE_BUSY,
                    MICROPHONE_GONE,
                    UNKNOWN_WORD,
                    DEAF,
                    NO_SPEAKER,
                    NO_NATIVES,
                    DOWNLOAD_CUT,
                    DOWNLOAD_REFUSED,
                    DOWNLOAD_UNREACHED,
                    CANNOT_WRITE -> ExitCode.FAILED;
        };
    }

    private static String sentence(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") ? line : line + ".";
    }

    /** What every command shares. */
    abstract static class Part implements Callable<Integer> {

        @ParentCommand
        @Nullable SextantCommand parent;

        @Nullable Path dataFolder() {
            return parent == null ? null : parent.folder();
        }

        /** Where every run of a strategy is noted. */
        TrialLedger trials() {
            Path chosen = dataFolder();
            return LabFolder.trials(chosen == null ? DataFolder.usual() : chosen);
        }
    }
}
