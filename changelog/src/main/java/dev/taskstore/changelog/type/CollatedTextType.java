package dev.taskstore.changelog.type;

import java.util.Locale;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.datatype.DataTypeInfo;
import liquibase.datatype.DatabaseDataType;
import liquibase.datatype.LiquibaseDataType;
import liquibase.datatype.core.ClobType;
import org.jspecify.annotations.Nullable;

/**
 * The type {@code text} on PostgreSQL with its collation, which Liquibase drops: {@code <column
 * type='text COLLATE "C"'/>}. Liquibase finds it as a service.
 */
@DataTypeInfo(
    name = "clob",
    aliases = {
      "longvarchar",
      "text",
      "longtext",
      "java.sql.Types.LONGVARCHAR",
      "java.sql.Types.CLOB",
      "nclob",
      "longnvarchar",
      "ntext",
      "java.sql.Types.LONGNVARCHAR",
      "java.sql.Types.NCLOB",
      "tinytext",
      "mediumtext",
      "long varchar",
      "long nvarchar"
    },
    minParameters = 0,
    maxParameters = 0,
    priority = LiquibaseDataType.PRIORITY_DATABASE)
public final class CollatedTextType extends ClobType {

  /** Creates the type, as a service. */
  public CollatedTextType() {}

  @Override
  public boolean supports(Database database) {
    return database instanceof PostgresDatabase;
  }

  @Override
  public DatabaseDataType toDatabaseDataType(Database database) {
    DatabaseDataType type = super.toDatabaseDataType(database);
    @Nullable String information = getAdditionalInformation();
    if (database instanceof PostgresDatabase
        && information != null
        && information.toUpperCase(Locale.ROOT).startsWith("COLLATE ")) {
      type.addAdditionalInformation(information);
    }
    return type;
  }
}
