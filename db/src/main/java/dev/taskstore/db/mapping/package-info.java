/**
 * The contract between generated code and the runtime: table mappings, and a codec for each type of
 * column.
 */
@NullMarked
package dev.taskstore.db.mapping;

import org.jspecify.annotations.NullMarked;
