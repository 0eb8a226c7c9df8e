package io.sextant.app.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown, taken apart as far as the guide writes it: headings, links, pictures, code. */
record GuidePage(
        Path file,
        List<Heading> headings,
        List<String> links,
        List<String> images,
        List<Code> blocks,
        List<String> inline) {

    /** {@code anchor} is the name under which links find it. */
    record Heading(int level, String text, String anchor) {}

    /** {@code language} is empty where none is said. */
    record Code(String language, List<String> lines) {}

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.+?)\\s*");
    private static final Pattern ITEM = Pattern.compile("( *(?:[-*]|\\d+\\.) +).*");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^)\\s]+)\\)");
    private static final int CODE_INDENT = 4;

    static Path root() {
        return ROOT;
    }

    /** All pages of the folder, those below it too, in order. */
    static List<GuidePage> below(Path folder) throws IOException {
        List<GuidePage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(read(file));
            }
        }
        return pages;
    }

    /** The front page, all of docs and the cards of models. */
    static List<GuidePage> all() throws IOException {
        List<GuidePage> pages = new ArrayList<>(List.of(read(ROOT.resolve("README.md"))));
        pages.addAll(below(ROOT.resolve("docs")));
        pages.addAll(below(ROOT.resolve("models")));
        return pages;
    }

    static GuidePage read(Path file) throws IOException {
        return new Taking(file).page();
    }

    String name() {
        return ROOT.relativize(file).toString();
    }

    boolean isGenerated() {
        return name().equals("docs/guide/reference.md") || name().equals("docs/guide/refusals.md");
    }

    /** Takes a page apart line by line; code is what a list item does not claim. */
    private static final class Taking {

        private final Path file;
        private final StringBuilder prose = new StringBuilder();
        private final List<Heading> headings = new ArrayList<>();
        private final List<Code> blocks = new ArrayList<>();
        private final Map<String, Integer> anchors = new HashMap<>();
        private List<String> code = new ArrayList<>();
        private boolean fenced;
        private boolean inCode;
        private boolean afterBlank = true;
        private int itemIndent;

        Taking(Path file) {
            this.file = file;
        }

        GuidePage page() throws IOException {
            for (String line : Files.readAllLines(file)) {
                take(line);
                afterBlank = line.isBlank();
            }
            String text = prose.toString();
            List<String> inline = found(SPAN, text);
            // Brackets in code are no links, and code in the words of a link does not end it.
            String plain = SPAN.matcher(text).replaceAll("code");
            List<String> images = found(IMAGE, plain);
            List<String> links = found(LINK, IMAGE.matcher(plain).replaceAll("picture"));
            return new GuidePage(file, headings, links, images, blocks, inline);
        }

        private void take(String line) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
                if (fenced) {
                    begin(line.strip().substring(3));
                }
                inCode = false;
                return;
            }
            if (fenced) {
                code.add(line);
                return;
            }
            int indent = line.length() - line.stripLeading().length();
            if (!line.isBlank() && indent >= itemIndent + CODE_INDENT && (afterBlank || inCode)) {
                if (!inCode) {
                    begin("");
                }
                inCode = true;
                code.add(line.substring(itemIndent + CODE_INDENT));
                return;
            }
            if (line.isBlank()) {
                prose.append('\n');
                return;
            }
            inCode = false;
            told(line, indent);
        }

        private void begin(String language) {
            code = new ArrayList<>();
            blocks.add(new Code(language, code));
        }

        private void told(String line, int indent) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                itemIndent = item.group(1).length();
            } else if (indent == 0) {
                itemIndent = 0;
            }
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String text = heading.group(2).replaceAll("]\\([^)]*\\)", "").replaceAll("[\\[`*]", "");
                String anchor = Markdown.anchor(text);
                int before = anchors.merge(anchor, 1, Integer::sum) - 1;
                headings.add(
                        new Heading(heading.group(1).length(), text, before == 0 ? anchor : anchor + "-" + before));
            }
            prose.append(line).append('\n');
        }

        private static List<String> found(Pattern pattern, String text) {
            return pattern.matcher(text)
                    .results()
                    .map((MatchResult match) -> match.group(1).replaceAll("\\s+", " "))
                    .toList();
        }
    }
}
