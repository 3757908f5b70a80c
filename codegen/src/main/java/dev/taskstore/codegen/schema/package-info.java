/**
 * The schema as the writers see it, and how it is read. No public method here takes or returns
 * null.
 */
package dev.taskstore.codegen.schema;
