package dev.taskstore.bench;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code tags} for libraries that map rows to arbitrary classes. */
public record TagRow(UUID id, String name, Instant createdAt, Instant updatedAt, long version) {}
