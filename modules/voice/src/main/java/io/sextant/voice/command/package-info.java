/** What a person can ask for in words, spoken or typed: one grammar of commands in each language, and what each sentence means. */
@NullMarked
package io.sextant.voice.command;

import org.jspecify.annotations.NullMarked;
