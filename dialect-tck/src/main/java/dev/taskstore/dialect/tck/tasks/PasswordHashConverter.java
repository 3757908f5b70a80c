package dev.taskstore.dialect.tck.tasks;

import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Stores a password hash as text. */
public final class PasswordHashConverter extends AbstractConverter<String, PasswordHash> {

  private static final long serialVersionUID = 1L;

  /** Creates the converter; generated tables do. */
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
