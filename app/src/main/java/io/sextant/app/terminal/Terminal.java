package io.sextant.app.terminal;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;

/** The streams of a command, whether a person watches, and how a JSON value is printed. */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Consumer<Map<String, ?>> json) {}
