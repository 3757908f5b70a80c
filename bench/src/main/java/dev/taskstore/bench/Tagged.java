package dev.taskstore.bench;

import java.util.List;

/**
 * A task and its tags, sorted by name.
 *
 * @param <T> the task type of the library
 * @param tags the tags in the type of the library; {@link Workloads#tag} returns their values
 */
public record Tagged<T>(T task, List<?> tags) {}
