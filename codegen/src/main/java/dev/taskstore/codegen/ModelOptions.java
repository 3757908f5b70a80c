package dev.taskstore.codegen;

import dev.taskstore.changelog.AuditTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Options for the models of some or all tables. Immutable; nothing in it is null.
 *
 * @param prefix the prefix of the model names that are derived from table names
 * @param suffix the suffix of the model names that are derived from table names
 * @param tablesOnly expressions for the names of tables that get jOOQ's classes only
 * @param givenKeys expressions for the names of tables whose key the caller sets, even if it could
 *     be generated
 * @param textColumns expressions for columns that stay text although their CHECK lists the allowed
 *     texts; they must match {@code table.column} or the name of the column
 * @param enums enums of the application; the first mapping that matches a column is used
 * @param interfaces interfaces of the models; a model implements all that match its table
 */
public record ModelOptions(
    String prefix,
    String suffix,
    List<Pattern> tablesOnly,
    List<Pattern> givenKeys,
    List<Pattern> textColumns,
    List<EnumMapping> enums,
    List<InterfaceMapping> interfaces) {

  /** The defaults. */
  public static final ModelOptions DEFAULT =
      new ModelOptions("", "", List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public ModelOptions {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(suffix, "suffix");
    tablesOnly = List.copyOf(tablesOnly);
    givenKeys = List.copyOf(givenKeys);
    textColumns = List.copyOf(textColumns);
    enums = List.copyOf(enums);
    interfaces = List.copyOf(interfaces);
  }

  /**
   * Returns whether a table gets a model and a repository.
   *
   * @param table the name of the table
   * @return false if only jOOQ's classes are generated, as for the table of the audit trail
   */
  public boolean modelled(String table) {
    return !table.equals(AuditTable.NAME)
        && tablesOnly.stream().noneMatch(pattern -> pattern.matcher(table).matches());
  }

  /**
   * Returns whether the caller sets the key of new rows.
   *
   * @param table the name of the table
   * @return true if the key is not generated
   */
  public boolean keyIsGiven(String table) {
    return givenKeys.stream().anyMatch(pattern -> pattern.matcher(table).matches());
  }

  /**
   * Returns whether a column stays text.
   *
   * @param table the name of the table
   * @param column the name of the column
   * @return true if the column gets no enum
   */
  public boolean staysText(String table, String column) {
    return textColumns.stream().anyMatch(pattern -> matches(pattern, table, column));
  }

  /**
   * Returns the enum of the application for a column.
   *
   * @param table the name of the table
   * @param column the name of the column
   * @return its fully qualified name, or empty if there is none
   */
  public Optional<String> enumOf(String table, String column) {
    return enums.stream()
        .filter(mapping -> matches(mapping.columns(), table, column))
        .map(EnumMapping::javaType)
        .findFirst();
  }

  /**
   * Returns the interfaces of a model.
   *
   * @param table the name of the table
   * @return their fully qualified names, in the order of the configuration
   */
  public List<String> interfacesOf(String table) {
    return interfaces.stream()
        .filter(mapping -> mapping.tables().matcher(table).matches())
        .map(InterfaceMapping::javaType)
        .distinct()
        .toList();
  }

  static boolean matches(Pattern pattern, String table, String column) {
    return pattern.matcher(table + "." + column).matches() || pattern.matcher(column).matches();
  }
}
