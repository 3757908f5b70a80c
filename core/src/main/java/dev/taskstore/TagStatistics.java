package dev.taskstore;

import java.util.UUID;

/**
 * The number of tasks of a tag. Immutable.
 *
 * @param tagId the identifier of the tag
 * @param name the name of the tag
 * @param tasks the number of tasks with the tag
 */
public record TagStatistics(UUID tagId, String name, long tasks) {}
