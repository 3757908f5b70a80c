package dev.taskstore.observability;

import dev.taskstore.db.observation.DatabaseOperation.Kind;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A convention for one kind of operation: Micrometer requires the name without the context. */
record NamedConvention(String getName, DatabaseObservationConvention convention)
    implements ObservationConvention<DatabaseObservationContext> {

  static Map<Kind, NamedConvention> of(DatabaseObservationConvention convention) {
    Map<Kind, NamedConvention> named = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      named.put(kind, new NamedConvention(convention.name(kind), convention));
    }
    return Collections.unmodifiableMap(named);
  }

  @Override
  public @Nullable String getContextualName(DatabaseObservationContext context) {
    return convention.getContextualName(context);
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(DatabaseObservationContext context) {
    return convention.getLowCardinalityKeyValues(context);
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(DatabaseObservationContext context) {
    return convention.getHighCardinalityKeyValues(context);
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return convention.supportsContext(context);
  }
}
