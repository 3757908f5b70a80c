package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import java.sql.SQLException;
import liquibase.exception.DatabaseException;

/** Changes a schema. */
@FunctionalInterface
interface SchemaWork {

  void run(Schema schema) throws DatabaseException, SQLException;
}
