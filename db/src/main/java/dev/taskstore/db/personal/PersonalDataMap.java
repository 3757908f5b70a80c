package dev.taskstore.db.personal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.TableField;

/**
 * Which columns of a schema contain personal data, and which rows belong to others. The generator
 * writes one for each schema, the constant {@code PersonalData.MAP}, from the marks in the comments
 * of the changesets and from the foreign keys.
 *
 * <p>Immutable and thread-safe.
 */
public final class PersonalDataMap {

  private final Map<TableField<?, ?>, DataCategory> columns;
  private final List<RowReference> references;

  private PersonalDataMap(Builder builder) {
    this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(builder.columns));
    this.references = List.copyOf(builder.references);
  }

  /**
   * Returns a builder. Generated code uses it.
   *
   * @return a builder without columns and references
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the marked columns.
   *
   * @return the columns of jOOQ's generated tables with their categories, by table and in the order
   *     of the table; unmodifiable
   */
  public Map<TableField<?, ?>, DataCategory> columns() {
    return columns;
  }

  /**
   * Returns the category of a column, for example to leave its value out of a log.
   *
   * @param column a column of one of the generated tables; a column of an alias of a table is not
   *     marked
   * @return the category, or empty if the changelog does not mark the column
   */
  public Optional<DataCategory> category(Field<?> column) {
    return Optional.ofNullable(columns.get(Objects.requireNonNull(column, "column")));
  }

  /**
   * Returns whether the changelog marks a column as personal data, of any category.
   *
   * @param column a column of one of the generated tables
   * @return true for a personal or secret column
   */
  public boolean isPersonal(Field<?> column) {
    return category(column).isPresent();
  }

  List<RowReference> references() {
    return references;
  }

  /** Builds the map of a schema. Not thread-safe. */
  public static final class Builder {

    private final Map<TableField<?, ?>, DataCategory> columns = new LinkedHashMap<>();
    private final List<RowReference> references = new ArrayList<>();

    private Builder() {}

    /**
     * Marks a column.
     *
     * @param column the column
     * @param category the category of its data
     * @return this builder
     */
    public Builder mark(TableField<?, ?> column, DataCategory category) {
      columns.put(
          Objects.requireNonNull(column, "column"), Objects.requireNonNull(category, "category"));
      return this;
    }

    /**
     * Adds a foreign key with {@code ON DELETE CASCADE}.
     *
     * @param referencing the referencing columns, at least one
     * @param referenced the referenced columns, in the same order
     * @return this builder
     * @throws dev.taskstore.db.exception.InvalidArgumentException if the numbers of columns differ
     */
    public Builder cascade(List<TableField<?, ?>> referencing, List<TableField<?, ?>> referenced) {
      references.add(new RowReference(referencing, referenced, true));
      return this;
    }

    /**
     * Adds a foreign key with another action on deletion.
     *
     * @param referencing the referencing columns, at least one
     * @param referenced the referenced columns, in the same order
     * @return this builder
     * @throws dev.taskstore.db.exception.InvalidArgumentException if the numbers of columns differ
     */
    public Builder reference(
        List<TableField<?, ?>> referencing, List<TableField<?, ?>> referenced) {
      references.add(new RowReference(referencing, referenced, false));
      return this;
    }

    /**
     * Builds the map.
     *
     * @return the map
     */
    public PersonalDataMap build() {
      return new PersonalDataMap(this);
    }
  }
}
