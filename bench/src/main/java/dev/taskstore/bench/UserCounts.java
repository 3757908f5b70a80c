package dev.taskstore.bench;

import java.util.UUID;

/** The task counts of a user. */
public record UserCounts(
    UUID userId, String username, long total, long pending, long inProgress, long completed) {}
