package dev.taskstore.bench;

import java.util.List;

/**
 * A task and the names of its tags, in their order.
 *
 * @param <T> the library's task
 */
public record Tagged<T>(T task, List<String> tags) {}
