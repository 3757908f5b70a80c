package dev.taskstore.differential.model;

import dev.taskstore.NewTag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a new tag. Unlike the library's draft, it can contain invalid values. */
public record TagDraft(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {

  /** Returns the library's draft with these values. */
  public NewTag toLibrary() {
    return new NewTag(id, name, createdAt, updatedAt);
  }
}
