package dev.taskstore.bench;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in the list of all tasks, newest first: how many come before it, and the last of them.
 */
public record Place(int offset, Instant createdAt, UUID id) {}
