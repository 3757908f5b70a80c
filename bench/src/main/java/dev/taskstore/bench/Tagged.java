package dev.taskstore.bench;

import java.util.List;

/**
 * A task and its tags, by their names.
 *
 * @param <T> the library's task
 * @param tags what the library makes of the rows; {@link Workloads#tag} tells their values
 */
public record Tagged<T>(T task, List<?> tags) {}
