package io.sextant.app.cli;

import io.sextant.app.failure.ProgramVersion;
import io.sextant.app.session.DataFolder;
import io.sextant.app.update.UpdateDesk;
import io.sextant.app.update.UpdateText;
import io.sextant.domain.time.SystemClock;
import io.sextant.ui.shell.UpdateNews;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Newer versions: whether they are asked for, and what was heard. */
@Command(
        name = "updates",
        mixinStandardHelpOptions = true,
        description =
                "Says whether newer versions are asked for and what was heard last. Nothing is asked until you turn it on; nothing"
                        + " is ever fetched or installed.")
final class UpdatesCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    @Override
    public Integer call() {
        return tell(desk().news(), json);
    }

    @Command(
            name = "on",
            mixinStandardHelpOptions = true,
            description =
                    "From now on the window asks once a day, by https, saying nothing of you, your machine or your version.")
    int on(
            @Option(
                            names = "--address",
                            paramLabel = "URL",
                            description = "Where to ask, https only; the build's own place if not given.")
                    @Nullable String address,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean asJson)
            throws IOException {
        return tell(desk().turn(true, Optional.ofNullable(address)), asJson);
    }

    @Command(name = "off", mixinStandardHelpOptions = true, description = "Nothing is asked any more.")
    int off(@Option(names = "--json", description = "Print nothing but JSON.") boolean asJson) throws IOException {
        return tell(desk().turn(false, Optional.empty()), asJson);
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Asks once, now. Code 1 when there is no answer.")
    int ask(@Option(names = "--json", description = "Print nothing but JSON.") boolean asJson)
            throws InterruptedException {
        UpdateNews news = desk().ask();
        tell(news, asJson);
        return news.trouble().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private UpdateDesk desk() {
        Path chosen = dataFolder();
        return UpdateDesk.in(chosen == null ? DataFolder.usual() : chosen, new SystemClock());
    }

    private int tell(UpdateNews news, boolean asJson) {
        PrintWriter out = Console.of(spec).out();
        if (asJson) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("version", ProgramVersion.number());
            map.put("asks", news.asks());
            map.put("address", news.address().orElse(""));
            map.put("askedAt", news.askedAt().map(Object::toString).orElse(""));
            map.put("newest", news.newest().orElse(""));
            map.put("newer", news.newer());
            map.put("page", news.page().orElse(""));
            map.put("trouble", news.trouble());
            Json.print(out, map);
        } else {
            out.println(UpdateText.of(news));
            out.flush();
        }
        return ExitCode.OK;
    }
}
