package dev.taskstore.testdata;

/**
 * The numbers of rows that were loaded. Immutable.
 *
 * @param users the number of users
 * @param tags the number of tags
 * @param tasks the number of tasks
 * @param links the number of tags of tasks
 */
public record LoadedRows(long users, long tags, long tasks, long links) {}
