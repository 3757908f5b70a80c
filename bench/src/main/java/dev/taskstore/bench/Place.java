package dev.taskstore.bench;

import java.time.Instant;
import java.util.UUID;

/** A position in the list of all tasks, newest first: its offset and the task before it. */
public record Place(int offset, Instant createdAt, UUID id) {}
