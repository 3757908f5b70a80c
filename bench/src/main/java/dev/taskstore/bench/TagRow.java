package dev.taskstore.bench;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code tags}, for the libraries that map to whatever class they are given. */
public record TagRow(UUID id, String name, Instant createdAt, Instant updatedAt, long version) {}
