/**
 * The schema that a database has after it ran a changelog, independent of the kind of database and
 * of how its catalog is read. The source writers and the specification use the same {@link
 * dev.taskstore.codegen.catalog.Catalog}. No method here takes or returns null.
 */
package dev.taskstore.codegen.catalog;
