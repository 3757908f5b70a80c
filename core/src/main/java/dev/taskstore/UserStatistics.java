package dev.taskstore;

import java.util.UUID;

/**
 * What a user has to do, and has done.
 *
 * @param userId the user
 * @param username the user's name
 * @param total all tasks of the user
 * @param pending those not begun
 * @param inProgress those begun
 * @param completed those done
 */
public record UserStatistics(
    UUID userId, String username, long total, long pending, long inProgress, long completed) {}
