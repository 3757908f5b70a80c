/**
 * Generates rows for any generated schema from its constraints: keys, references, uniqueness, types
 * and checks.
 */
@NullMarked
package dev.taskstore.testdata.schema;

import org.jspecify.annotations.NullMarked;
