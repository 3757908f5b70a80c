package dev.taskstore.differential.model;

import org.jspecify.annotations.Nullable;

/**
 * A column of a partial update.
 *
 * @param column the name of the column
 * @param value the new value, possibly invalid
 */
public record Edit(String column, @Nullable Object value) {}
