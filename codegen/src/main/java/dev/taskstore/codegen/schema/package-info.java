/**
 * The model of the schema for the source writers. {@link dev.taskstore.codegen.schema.SchemaReader}
 * builds it from the catalog. No public method here takes or returns null.
 */
package dev.taskstore.codegen.schema;
