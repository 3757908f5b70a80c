/**
 * The contract between generated code and the runtime: table mappings, value types and their jOOQ
 * bindings.
 */
@NullMarked
package dev.taskstore.db.mapping;

import org.jspecify.annotations.NullMarked;
