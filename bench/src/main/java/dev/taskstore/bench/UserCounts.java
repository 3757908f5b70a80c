package dev.taskstore.bench;

import java.util.UUID;

/** The numbers of a user's tasks. */
public record UserCounts(
    UUID userId, String username, long total, long pending, long inProgress, long completed) {}
