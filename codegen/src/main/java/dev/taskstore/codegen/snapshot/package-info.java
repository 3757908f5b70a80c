/**
 * The snapshot of a schema: a text file next to the changelog. {@link
 * dev.taskstore.codegen.snapshot.SnapshotFile} is the entry point. No public method here takes or
 * returns null.
 */
package dev.taskstore.codegen.snapshot;
