package dev.taskstore.internal;

import dev.taskstore.PasswordHash;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Converts password hashes from and to text. Stateless and thread-safe. */
public final class PasswordHashConverter extends AbstractConverter<String, PasswordHash> {

  private static final long serialVersionUID = 1L;

  /** Creates the converter. Called by generated tables. */
  public PasswordHashConverter() {
    super(String.class, PasswordHash.class);
  }

  @Override
  public @Nullable PasswordHash from(@Nullable String stored) {
    return stored == null ? null : PasswordHash.ofEncoded(stored);
  }

  @Override
  public @Nullable String to(@Nullable PasswordHash hash) {
    return hash == null ? null : hash.encoded();
  }
}
