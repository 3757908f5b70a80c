package dev.taskstore.differential.model;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a new user; unlike the library's draft it can hold what is not allowed. */
public record UserDraft(
    @Nullable UUID id,
    @Nullable String username,
    @Nullable String email,
    @Nullable String passwordHash,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {

  /** The library's draft with these values. */
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
