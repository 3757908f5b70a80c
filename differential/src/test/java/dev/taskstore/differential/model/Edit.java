package dev.taskstore.differential.model;

import org.jspecify.annotations.Nullable;

/**
 * One column of a partial update.
 *
 * @param column the column's name
 * @param value its new value, possibly one that is not allowed
 */
public record Edit(String column, @Nullable Object value) {}
