/**
 * Provides the schema of a changelog: from the snapshot next to it, or from the databases. {@link
 * dev.taskstore.codegen.source.SchemaSource} is the entry point. No public method here takes or
 * returns null.
 */
package dev.taskstore.codegen.source;
