/** Plain SQL of changelogs in the terms of PostgreSQL. */
@NullMarked
package dev.taskstore.liquibase.sqlite.sql;

import org.jspecify.annotations.NullMarked;
