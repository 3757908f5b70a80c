/**
 * Writes the specification of a database from its changelog: tables, relationships, a diagram,
 * migrations and Markdown fragments. {@link
 * dev.taskstore.codegen.specification.SpecificationGenerator} is the entry point. No public method
 * here takes or returns null.
 */
package dev.taskstore.codegen.specification;
