package dev.taskstore.codegen;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the models of some tables have that others do not. Immutable; nothing in it is null.
 *
 * @param prefix what stands before the name that a model gets from its table
 * @param suffix what stands behind it
 * @param tablesOnly expressions for the names of tables that get jOOQ's classes alone
 * @param givenKeys expressions for the names of tables whose key the caller gives, even where it
 *     could be made
 * @param textColumns expressions for columns that stay texts, though their CHECK lists what they
 *     may hold; matched against {@code table.column} or the name of the column
 * @param enums enums of the application's own; the first that matches a column wins
 * @param interfaces interfaces of the models; all that match a table are implemented
 */
public record ModelOptions(
    String prefix,
    String suffix,
    List<Pattern> tablesOnly,
    List<Pattern> givenKeys,
    List<Pattern> textColumns,
    List<EnumMapping> enums,
    List<InterfaceMapping> interfaces) {

  /** Nothing out of the ordinary. */
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
   * Whether a table gets a model and a repository.
   *
   * @param table the name of the table
   * @return false when only jOOQ's classes are wanted
   */
  public boolean modelled(String table) {
    return tablesOnly.stream().noneMatch(pattern -> pattern.matcher(table).matches());
  }

  /**
   * Whether the caller gives the key of new rows.
   *
   * @param table the name of the table
   * @return true when nothing is to make it
   */
  public boolean keyIsGiven(String table) {
    return givenKeys.stream().anyMatch(pattern -> pattern.matcher(table).matches());
  }

  /**
   * Whether a column stays a text.
   *
   * @param table the name of the table
   * @param column the name of the column
   * @return true when it gets no enum
   */
  public boolean staysText(String table, String column) {
    return textColumns.stream().anyMatch(pattern -> matches(pattern, table, column));
  }

  /**
   * The application's own enum for a column.
   *
   * @param table the name of the table
   * @param column the name of the column
   * @return its full name, if there is one
   */
  public Optional<String> enumOf(String table, String column) {
    return enums.stream()
        .filter(mapping -> matches(mapping.columns(), table, column))
        .map(EnumMapping::javaType)
        .findFirst();
  }

  /**
   * The interfaces of a model.
   *
   * @param table the name of the table
   * @return their full names, in the order of the configuration
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
