package dev.taskstore.bench.hibernate;

import dev.taskstore.bench.StoredForms;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/** Stores an instant in the representation for SQLite. */
@Converter(autoApply = true)
public class MicrosConverter implements AttributeConverter<Instant, Long> {

  @Override
  public Long convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : StoredForms.micros(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Long micros) {
    return micros == null ? null : StoredForms.instant(micros);
  }
}
