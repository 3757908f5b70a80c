package dev.taskstore.differential.model;

import dev.taskstore.NewTag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a new tag; unlike the library's draft it can hold what is not allowed. */
public record TagDraft(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {

  /** The library's draft with these values. */
  public NewTag toLibrary() {
    return new NewTag(id, name, createdAt, updatedAt);
  }
}
