package dev.taskstore.codegen.lint;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.core.AbstractModifyDataChange;
import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGenerator;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;

/**
 * Liquibase without TaskStore's extension for SQLite. Liquibase finds the extension on the class
 * path and prefers its changes and SQL generators in the whole virtual machine; this class uses the
 * ones that they replace, and leaves Liquibase's registries as they are. Stateless and thread-safe.
 */
final class PlainLiquibase {

  private static final String EXTENSION = "dev.taskstore.liquibase.sqlite";

  private PlainLiquibase() {}

  /** Returns Liquibase's own database with the connection of a database of the extension. */
  static Database database(Database database) {
    Class<?> type = plain(database.getClass());
    if (type == database.getClass()) {
      return database;
    }
    Database plain = (Database) create(type);
    plain.setConnection(database.getConnection());
    return plain;
  }

  /** Returns a change of Liquibase with the parameters of a change of the extension. */
  static Change change(Change change) {
    Class<?> type = plain(change.getClass());
    return type == change.getClass() ? change : copy(change, (Change) create(type));
  }

  /** Returns the SQL that Liquibase's own generators generate. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // as Liquibase declares them
  static List<Sql> sql(SqlStatement[] statements, Database database) {
    List<Sql> sql = new ArrayList<>();
    for (SqlStatement statement : statements) {
      SortedSet<SqlGenerator> registered =
          SqlGeneratorFactory.getInstance().getGenerators(statement, database);
      NavigableSet<SqlGenerator> plain = new TreeSet<>(registered.comparator());
      registered.stream()
          .filter(generator -> !isOfExtension(generator.getClass()))
          .forEach(plain::add);
      sql.addAll(List.of(new SqlGeneratorChain(plain).generateSql(statement, database)));
    }
    return sql;
  }

  /** Returns the class of Liquibase that a class of the extension replaces. */
  private static Class<?> plain(Class<?> type) {
    Class<?> plain = type;
    while (isOfExtension(plain)) {
      plain = plain.getSuperclass();
    }
    return plain;
  }

  private static boolean isOfExtension(Class<?> type) {
    return type.getName().startsWith(EXTENSION + ".");
  }

  private static Object create(Class<?> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Liquibase cannot create a " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Liquibase cannot create a " + type.getName(), e);
    }
  }

  private static Change copy(Change from, Change to) {
    ChangeFactory changes = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
    for (ChangeParameterMetaData parameter :
        changes.getChangeMetaData(from).getParameters().values()) {
      Object value = parameter.getCurrentValue(from);
      if (value != null) {
        parameter.setValue(to, value);
      }
    }
    if (from instanceof AbstractModifyDataChange rows
        && to instanceof AbstractModifyDataChange copied) {
      rows.getWhereParams().forEach(copied::addWhereParam);
    }
    to.setChangeSet(from.getChangeSet());
    return to;
  }
}
