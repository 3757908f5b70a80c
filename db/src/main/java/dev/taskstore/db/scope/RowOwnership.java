package dev.taskstore.db.scope;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.jooq.JooqClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Declares to which principal (a user, a tenant) each row of a schema belongs. A session for one
 * principal reads and writes only that principal's rows, and the rows that others share with it:
 *
 * <pre>{@code
 * RowOwnership<UUID> ownership =
 *     RowOwnership.of(UUID.class)
 *         .owner(USERS.ID)
 *         .owner(TASKS.USER_ID)
 *         .sharedWith(TASKS.ASSIGNEE_ID, SharedAccess.UPDATE)
 *         .sharedThrough(
 *             Keys.FK_TASK_SHARES_TASK_ID, TASK_SHARES.COLLABORATOR_ID, SharedAccess.UPDATE)
 *         .inherited(Keys.FK_TASK_TAGS_TASK_ID)
 *         .common(TAGS)
 *         .build();
 * }</pre>
 *
 * <p>A table that is not declared cannot be used in such a session. Declare an ownership once, as a
 * constant: statements are rendered once for each object of this class. Immutable and thread-safe;
 * compared by identity.
 *
 * @param <P> the type of a principal
 */
public final class RowOwnership<P> {

  // Constants of stores load generated tables, and thereby jOOQ, before a store is opened.
  static {
    JooqClasses.disableBanner();
  }

  private final Class<P> principalType;
  private final Map<String, TableOwnership> tables;

  private RowOwnership(Class<P> principalType, Map<String, TableOwnership> tables) {
    this.principalType = principalType;
    this.tables = tables;
  }

  /**
   * Starts a declaration.
   *
   * @param principalType the type of a principal, which is the type of all owner columns
   * @param <P> the type of a principal
   * @return a builder without tables
   */
  public static <P> Builder<P> of(Class<P> principalType) {
    return new Builder<>(principalType);
  }

  /**
   * Returns the type of a principal.
   *
   * @return the Java type of all owner columns
   */
  public Class<P> principalType() {
    return principalType;
  }

  /**
   * Returns the declared tables.
   *
   * @return the tables in the order of their declaration, at least one with an owner column
   */
  public List<TableOwnership> tables() {
    return List.copyOf(tables.values());
  }

  /**
   * Returns the declaration of a table. An alias of a generated table is not declared.
   *
   * @param table the generated table
   * @return the declaration, or empty if the table is not declared
   */
  public Optional<TableOwnership> table(Table<?> table) {
    return Optional.ofNullable(tables.get(name(table)));
  }

  /** Generated tables are compared by name, because jOOQ compares tables by rendering them. */
  private static String name(Table<?> table) {
    return table.getQualifiedName().unquotedName().toString();
  }

  /**
   * Builds an ownership. Not thread-safe.
   *
   * @param <P> the type of a principal
   */
  public static final class Builder<P> {

    private final Class<P> principalType;
    private final Map<String, TableOwnership> tables = new LinkedHashMap<>();
    private final Map<String, List<RowShare>> shares = new LinkedHashMap<>();

    private Builder(Class<P> principalType) {
      this.principalType = Objects.requireNonNull(principalType, "principalType");
    }

    /**
     * Declares that the rows of a table belong to the principal in a column.
     *
     * @param column the column of a generated table
     * @return this
     * @throws InvalidArgumentException if the table is declared already, or if the column has
     *     another type than the principal
     */
    public Builder<P> owner(TableField<?, P> column) {
      return add(new TableOwnership.OwnerColumn(tableOf(column), column));
    }

    /** Returns the table of a column that contains principals. */
    private Table<?> tableOf(TableField<?, P> column) {
      Table<?> table = Objects.requireNonNull(column.getTable(), "table of the column");
      if (column.getType() != principalType) {
        throw new InvalidArgumentException(
            table.getName()
                + "."
                + column.getName()
                + " has the type "
                + column.getType().getName()
                + ", but a principal has the type "
                + principalType.getName()
                + ". All owner columns need the type of the principal.",
            FailureContext.of(table.getName(), column.getName()));
      }
      return table;
    }

    /**
     * Declares that the rows of a table are also visible to the principal in another column, such
     * as an assignee. Null shares a row with nobody. Only the owner of a row changes the column.
     *
     * @param column a column of a generated table that is declared with {@link #owner}, before or
     *     after
     * @param access what the principal in the column may do
     * @return this
     * @throws InvalidArgumentException if the column has another type than the principal
     */
    public Builder<P> sharedWith(TableField<?, P> column, SharedAccess access) {
      return share(tableOf(column), new RowShare(column, Optional.empty(), access));
    }

    /**
     * Declares that the rows of a link table share the rows that they reference with a principal.
     * Also declares the link table: everybody who sees a shared row sees its links, and only the
     * owner of the row inserts, updates and deletes them.
     *
     * @param key the foreign key of the link table, of one column, to a generated table that is
     *     declared with {@link #owner}, before or after
     * @param column the column of the link table with the principal
     * @param access what the principal may do with the referenced row
     * @return this
     * @throws InvalidArgumentException if the link table is declared already, if the column is not
     *     in the link table or has another type than the principal, or if the key has several
     *     columns
     */
    public Builder<P> sharedThrough(
        ForeignKey<?, ?> key, TableField<?, P> column, SharedAccess access) {
      Table<?> links = tableOf(column);
      if (!name(links).equals(name(key.getTable())) || key.getFields().size() != 1) {
        throw invalid(
            links,
            " cannot share rows through "
                + key.getName()
                + ". Use a foreign key of one column in the table of the column.");
      }
      add(new TableOwnership.Links(links, key, column));
      return share(key.getKey().getTable(), new RowShare(column, Optional.of(key), access));
    }

    private Builder<P> share(Table<?> table, RowShare share) {
      shares.computeIfAbsent(name(table), unused -> new ArrayList<>()).add(share);
      return this;
    }

    /**
     * Declares that the rows of a table belong to the principal of the row that they reference.
     *
     * @param key the foreign key of a generated table. The referenced table must be declared too,
     *     before or after this one, with an owner column or with a reference of its own
     * @return this
     * @throws InvalidArgumentException if the table is declared already
     */
    public Builder<P> inherited(ForeignKey<?, ?> key) {
      return add(new TableOwnership.Inherited(key.getTable(), key));
    }

    /**
     * Declares that the rows of a table belong to everybody. All principals read and insert them,
     * and no principal updates or deletes them.
     *
     * @param table a generated table
     * @return this
     * @throws InvalidArgumentException if the table is declared already
     */
    public Builder<P> common(Table<?> table) {
      return add(new TableOwnership.Common(table));
    }

    private Builder<P> add(TableOwnership declared) {
      Table<?> table = declared.table();
      if (tables.putIfAbsent(name(table), declared) != null) {
        throw invalid(table, " is declared twice. Declare each table once.");
      }
      return this;
    }

    /**
     * Returns the ownership.
     *
     * @return the ownership
     * @throws InvalidArgumentException if no table has an owner column; if the references from a
     *     table do not lead to an owner column: a referenced table is not declared, is common, or
     *     references the first one; or if a table whose rows are shared has no owner column or no
     *     primary key
     */
    public RowOwnership<P> build() {
      if (tables.values().stream().noneMatch(TableOwnership.OwnerColumn.class::isInstance)) {
        throw new InvalidArgumentException(
            "No table has an owner column. Declare at least one with owner(...).",
            FailureContext.NONE);
      }
      for (TableOwnership declared : tables.values()) {
        if (declared instanceof TableOwnership.Inherited inherited) {
          ensureOwner(inherited);
        }
      }
      Map<String, TableOwnership> complete = new LinkedHashMap<>(tables);
      shares.forEach((name, declared) -> complete.put(name, shared(name, declared)));
      return new RowOwnership<>(principalType, complete);
    }

    private TableOwnership shared(String name, List<RowShare> declared) {
      RowShare first = declared.get(0);
      if (!(tables.get(name) instanceof TableOwnership.OwnerColumn owner)
          || owner.table().getPrimaryKey() == null) {
        Table<?> table =
            first
                .link()
                .<Table<?>>map(key -> key.getKey().getTable())
                .orElseGet(() -> Objects.requireNonNull(first.column().getTable(), "a table"));
        throw invalid(
            table,
            " has shared rows, but no owner column or no primary key. Declare its owner column with"
                + " owner(...).");
      }
      return new TableOwnership.OwnerColumn(owner.table(), owner.column(), declared);
    }

    private void ensureOwner(TableOwnership.Inherited first) {
      List<String> path = new ArrayList<>();
      @Nullable TableOwnership next = first;
      while (next instanceof TableOwnership.Inherited inherited) {
        if (path.contains(name(inherited.table()))) {
          throw invalid(
              first.table(),
              " references itself through "
                  + String.join(", ", path)
                  + ", so that its rows have no owner. Use owner(...) for one of these tables.");
        }
        path.add(name(inherited.table()));
        Table<?> parent = inherited.parent();
        next = tables.get(name(parent));
        if (next == null) {
          throw invalid(
              parent,
              " is referenced by "
                  + inherited.key().getName()
                  + " but is not"
                  + " declared. Declare it with owner(...) or inherited(...).");
        }
        if (next instanceof TableOwnership.Common || next instanceof TableOwnership.Links) {
          throw invalid(
              parent,
              " is common or a link table, so that the rows that reference it by "
                  + inherited.key().getName()
                  + " have no owner. Use another foreign key.");
        }
      }
    }

    private static InvalidArgumentException invalid(Table<?> table, String problem) {
      return new InvalidArgumentException(
          table.getName() + problem, FailureContext.of(table.getName()));
    }
  }
}
