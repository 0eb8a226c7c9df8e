package io.sextant.notify.send;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.vault.VenueKey;
import io.sextant.notify.send.NotSent.Fate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** By the system's own program: notify-send, osascript, or PowerShell. Texts are arguments or environment, never part of a script. */
final class DesktopNotice implements Courier {

    private static final String MAC =
            "display notification (system attribute \"SEXTANT_TEXT\") with title (system attribute \"SEXTANT_TITLE\")";
    private static final String WINDOWS = "Add-Type -AssemblyName System.Windows.Forms,System.Drawing;"
            + "$n=New-Object System.Windows.Forms.NotifyIcon;$n.Icon=[System.Drawing.SystemIcons]::Information;"
            + "$n.Visible=$true;$n.ShowBalloonTip(8000,$env:SEXTANT_TITLE,$env:SEXTANT_TEXT,'Info');"
            + "Start-Sleep -Seconds 8;$n.Dispose()";

    private final String system;
    private final Duration patience;
    private final UnaryOperator<String> programs;

    DesktopNotice(String system, Duration patience) {
        this(system, patience, UnaryOperator.identity());
    }

    /** @param programs where a program of that name is */
    DesktopNotice(String system, Duration patience, UnaryOperator<String> programs) {
        this.programs = programs;
        this.system = system.toLowerCase(Locale.ROOT);
        this.patience = patience;
    }

    @Override
    public void send(AlertChannel channel, Optional<VenueKey> key, Message message) throws NotSent {
        List<String> command = new ArrayList<>(command(message));
        String program = command.getFirst();
        command.set(0, programs.apply(program));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SEXTANT_TITLE", message.title());
        builder.environment().put("SEXTANT_TEXT", message.text());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new NotSent(Fate.NEVER, "this system has no " + program);
        }
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new NotSent(Fate.UNKNOWN, "the desktop did not answer in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new NotSent(Fate.UNKNOWN, "the desk closed before the desktop answered");
        }
        if (process.exitValue() != 0) {
            throw new NotSent(Fate.NEVER, "the desktop did not show it (" + process.exitValue() + ")");
        }
    }

    private List<String> command(Message message) {
        if (system.contains("mac")) {
            return List.of("osascript", "-e", MAC);
        }
        if (system.contains("win")) {
            return List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS);
        }
        boolean critical = message.priority() == AlertPriority.ERROR || message.priority() == AlertPriority.URGENT;
        return List.of(
                "notify-send",
                "--app-name=Sextant",
                "--urgency=" + (critical ? "critical" : "normal"),
                "--",
                message.title(),
                message.text());
    }
}
