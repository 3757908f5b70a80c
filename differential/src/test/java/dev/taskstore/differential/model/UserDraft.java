package dev.taskstore.differential.model;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a new user. Unlike the library's draft, it can contain invalid values. */
public record UserDraft(
    @Nullable UUID id,
    @Nullable String username,
    @Nullable String email,
    @Nullable String passwordHash,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {

  /** Returns the library's draft with these values. */
  public NewUser toLibrary() {
    return new NewUser(
        id,
        username,
        email,
        passwordHash == null ? null : PasswordHash.ofEncoded(passwordHash),
        createdAt,
        updatedAt);
  }
}
