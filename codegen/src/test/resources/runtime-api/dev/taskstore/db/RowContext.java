package dev.taskstore.db;

import java.time.Instant;
import java.util.UUID;

public interface RowContext {
  Instant now();

  UUID newId();

  UUID newId(Instant createdAt);
}
