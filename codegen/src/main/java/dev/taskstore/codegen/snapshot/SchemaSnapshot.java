package dev.taskstore.codegen.snapshot;

import dev.taskstore.codegen.merge.MergedSchema;
import java.util.Objects;

/**
 * A schema with the inputs from which it was read. Immutable.
 *
 * @param inputs the inputs
 * @param schema the schema
 */
public record SchemaSnapshot(SnapshotInputs inputs, MergedSchema schema) {

  /** Rejects null. */
  public SchemaSnapshot {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(schema, "schema");
  }
}
