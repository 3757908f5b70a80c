package dev.taskstore.db.spi;

import dev.taskstore.db.audit.AuditDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates and inspects the triggers of an audit trail. A dialect with such triggers declares {@link
 * Capability#AUDIT_TRAIL}. Implementations must be stateless and thread-safe.
 *
 * <p>The triggers insert an entry for each inserted, updated or deleted row. The entries of a table
 * have the order of the changes; the entry of a deleted row precedes those of the rows that its
 * cascades delete. An update that changes no column inserts none. All dialects write equal texts,
 * except for floating-point numbers: a key is a JSON array, values are a JSON object, without
 * blanks. The names of triggers, functions and further tables begin with {@link #PREFIX}; the
 * detection of drift ignores them.
 *
 * @see dev.taskstore.db.audit.AuditTrail
 */
public interface AuditTriggers {

  /** How the names of triggers, functions and further tables begin. */
  String PREFIX = "taskstore_audit_";

  /** The JSON form of the values of a column. */
  enum Form {
    /** Text and JSON: a string. The escapes are the shortest; other control characters are hex. */
    TEXT,
    /** A UUID: a string in lower case. */
    UUID,
    /** An instant: the microseconds since 1970. */
    INSTANT,
    /** An integer or a duration: a number. */
    INTEGER,
    /** A boolean: {@code true} or {@code false}. */
    BOOLEAN,
    /** A decimal of at most 18 digits: a number with all digits of the column's scale. */
    DECIMAL,
    /**
     * A decimal of more than 18 digits: a string of the hexadecimal digits, in lower case, of its
     * {@link DecimalBytes}.
     */
    LARGE_DECIMAL,
    /**
     * A floating-point number: a number that is read as the same value. Its digits may differ from
     * those of other dialects, so that no key has this form.
     */
    FLOATING_POINT,
    /** A timestamp without a time zone: the microseconds since 1970, as if it were of UTC. */
    TIMESTAMP,
    /** A date: the days since 1970. */
    DATE,
    /** A time of day: the microseconds since midnight. */
    TIME,
    /** Binary data: a string of hexadecimal digits in lower case. */
    BYTES
  }

  /**
   * A column of an audited table. Immutable.
   *
   * @param name the name
   * @param form the form of its values
   * @param precision the number of digits of a decimal, otherwise 0
   * @param scale the scale of a decimal, otherwise 0
   * @param isKept whether entries contain its values
   */
  record Column(String name, Form form, int precision, int scale, boolean isKept) {}

  /**
   * An audited table. Immutable.
   *
   * @param name the name
   * @param columns all columns
   * @param key the columns of the primary key, in its order
   */
  record Table(String name, List<Column> columns, List<Column> key) {

    /** Copies the lists. */
    public Table {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
    }
  }

  /**
   * Returns the statements that create the triggers, after {@link #disable}. They also refuse
   * updates and deletes of entries with {@link FailureKind#APPEND_ONLY}, and statements that change
   * rows of audited tables without triggers, such as TRUNCATE. Changes nothing.
   *
   * @param connection an open connection, for its catalog
   * @param tables the audited tables
   * @return the statements in the order of execution, without delimiters
   * @throws SQLException if the catalog cannot be read
   */
  List<String> enable(Connection connection, List<Table> tables) throws SQLException;

  /**
   * Returns the statements that drop the triggers of all tables. They also succeed when there are
   * none. Changes nothing.
   *
   * @param connection an open connection, for its catalog
   * @param tables the audited tables, whose triggers need not exist
   * @return the statements in the order of execution, without delimiters
   * @throws SQLException if the catalog cannot be read
   */
  List<String> disable(Connection connection, List<Table> tables) throws SQLException;

  /**
   * Compares the triggers in force with those of {@link #enable}. Changes nothing.
   *
   * @param connection an open connection
   * @param tables the audited tables
   * @return the differences, ordered by name
   * @throws SQLException if the catalog cannot be read
   */
  List<AuditDifference> differences(Connection connection, List<Table> tables) throws SQLException;

  /**
   * Returns whether triggers of an audit trail exist in the current schema.
   *
   * @param connection an open connection
   * @return true if changes are recorded
   * @throws SQLException if the catalog cannot be read
   */
  boolean isEnabled(Connection connection) throws SQLException;

  /**
   * Names the actor of the following statements of the transaction. The name must not outlive the
   * transaction, and a rollback to a savepoint restores the name before it.
   *
   * @param connection a connection with an active transaction that may write
   * @param actor the name, or null for nobody; nobody is named at the end of a transaction, before
   *     its commit
   * @throws SQLException if the command fails
   */
  void nameActor(Connection connection, @Nullable String actor) throws SQLException;

  /**
   * Permits or refuses updates and deletes of entries in the current transaction.
   *
   * @param connection a connection with an active transaction that may write
   * @param permitted whether they are permitted; they are refused again before the commit
   * @throws SQLException if the command fails
   */
  void permitChanges(Connection connection, boolean permitted) throws SQLException;
}
