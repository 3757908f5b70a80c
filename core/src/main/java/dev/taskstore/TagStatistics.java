package dev.taskstore;

import java.util.UUID;

/**
 * How often a tag is used.
 *
 * @param tagId the tag
 * @param name its name
 * @param tasks how many tasks bear it
 */
public record TagStatistics(UUID tagId, String name, long tasks) {}
