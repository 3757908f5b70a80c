package dev.taskstore.testdata.junit;

import java.util.List;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the databases of tests are copies of. Equal templates are migrated and filled once.
 *
 * @param dialect the database, not {@link TestDialect#CONFIGURED}
 * @param changelog the changelog's master file
 * @param loader the class loader that finds the changelog
 * @param contexts the active Liquibase contexts
 * @param tasks the rows of users, tasks and tags, or null
 * @param rows the rows of all tables of a schema, or null
 */
record Template(
    TestDialect dialect,
    String changelog,
    ClassLoader loader,
    List<String> contexts,
    @Nullable Tasks tasks,
    @Nullable Rows rows) {

  /** The values of {@link TaskRows}. */
  record Tasks(long seed, long tasks, long users, long tags) {}

  /** The values of {@link SchemaRows}. */
  record Rows(Class<? extends Schema> schema, long seed, long rows) {}
}
