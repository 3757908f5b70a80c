/** Splits SQL text into tokens. Not exported. */
@NullMarked
package dev.taskstore.liquibase.sqlite.lexer;

import org.jspecify.annotations.NullMarked;
