/**
 * Personal data: which columns contain it, and the export and erasure of all rows of one person.
 * Depends on no table: the generator reads the marks and the foreign keys from the changelog.
 */
@NullMarked
package dev.taskstore.db.personal;

import org.jspecify.annotations.NullMarked;
