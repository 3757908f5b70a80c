/**
 * Reads and edits the text of CREATE TABLE statements of SQLite, and keeps the text of what does
 * not change.
 */
@NullMarked
package dev.taskstore.liquibase.sqlite.text;

import org.jspecify.annotations.NullMarked;
