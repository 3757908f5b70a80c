/**
 * Writes the specification of a database from its changelog: tables, relationships, a diagram,
 * migrations and what is written beside the changelog. {@link
 * dev.taskstore.codegen.specification.SpecificationGenerator} is where to begin. No public method
 * here takes or returns null.
 */
package dev.taskstore.codegen.specification;
