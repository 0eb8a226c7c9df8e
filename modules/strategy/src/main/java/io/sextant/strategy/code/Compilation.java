package io.sextant.strategy.code;

import io.sextant.strategy.own.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java files compiled in memory.
 *
 * @param classes by name, empty where anything is wrong
 */
record Compilation(Map<String, byte[]> classes, List<Trouble> troubles) {

    static boolean isPossible() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    static Compilation of(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(told, Locale.ENGLISH, StandardCharsets.UTF_8);
                InMemory memory = new InMemory(files)) {
            List<String> options =
                    List.of("-proc:none", "-parameters", "-classpath", System.getProperty("java.class.path", ""));
            boolean compiled = compiler.getTask(
                            null, memory, told, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return compiled ? new Compilation(memory.classes(), List.of()) : new Compilation(Map.of(), troubles(told));
        }
    }

    private static List<Trouble> troubles(DiagnosticCollector<JavaFileObject> told) {
        List<Trouble> troubles = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : told.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                JavaFileObject source = each.getSource();
                String file = source == null
                        ? ""
                        : String.valueOf(Path.of(source.toUri()).getFileName());
                int line = each.getLineNumber() == Diagnostic.NOPOS ? 0 : (int) each.getLineNumber();
                String sentence = each.getMessage(Locale.ENGLISH).strip().replaceAll("\\s*\\R\\s*", "; ");
                troubles.add(new Trouble(file, line, sentence));
            }
        }
        return troubles.isEmpty() ? List.of(new Trouble(0, "the compiler failed and said nothing")) : troubles;
    }

    /** Keeps what is compiled instead of writing it beside the sources. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    written.put(name, out);
                    return out;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new LinkedHashMap<>();
            written.forEach((name, out) -> classes.put(name, out.toByteArray()));
            return classes;
        }
    }
}
