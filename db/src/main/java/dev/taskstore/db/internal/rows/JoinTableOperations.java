package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.statement.JoinTableStatements;
import dev.taskstore.db.internal.statement.PaddedPieces;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, deletes and follows links of a join table, with a few statements for any number of
 * links.
 */
public final class JoinTableOperations<O, T> {

  private record Link(Object owner, Object other) {}

  private static final int MAXIMUM_LINKS = 256;

  private final OpenDatabase database;
  private final JoinTable<O, T> join;
  private final JoinTableStatements statements;

  /** Creates the links of a join table; one of its sides is the table of the statements. */
  public JoinTableOperations(OpenDatabase database, TableStatements table, JoinTable<O, T> join) {
    this.database = database;
    this.join = join;
    this.statements = table.joinTable(join);
  }

  /** Inserts the links that do not exist, and returns their number. */
  public int attach(Map<? extends O, ? extends Collection<? extends T>> links) {
    List<Link> all = new ArrayList<>();
    links.forEach(
        (owner, others) -> {
          Objects.requireNonNull(owner, "owner");
          new LinkedHashSet<>(others)
              .forEach(other -> all.add(new Link(owner, Objects.requireNonNull(other, "other"))));
        });
    if (all.isEmpty()) {
      return 0;
    }
    all.sort(order());
    List<TableField<?, ?>> columns = List.of(join.owner(), join.other());
    return database.writeAtomically(
        connection -> {
          ensureVisible(connection, columns, all);
          int attached = 0;
          for (List<Link> piece : PaddedPieces.of(all, MAXIMUM_LINKS)) {
            SqlTemplate template = statements.attach(piece.size());
            attached += template.execute(connection, template.arguments(arguments(piece)));
          }
          return attached;
        },
        probe ->
            probe.violatedBy(
                new WrittenRows(
                    statements.table(),
                    WrittenRows.Kind.INSERT,
                    List.of(),
                    () ->
                        all.stream()
                            .map(
                                link ->
                                    WrittenRows.row(columns, List.of(link.owner(), link.other())))
                            .toList())));
  }

  /** Checks new links against the rules of the scope, if there is one. */
  private void ensureVisible(
      Connection connection, List<TableField<?, ?>> columns, List<Link> links) throws SQLException {
    WriteRules rules = statements.rules();
    if (rules != null) {
      List<WriteRules.WrittenRow> rows =
          links.stream()
              .map(link -> new WriteRules.WrittenRow(stored(columns, link), null))
              .toList();
      ScopeChecks.raiseFirst(rules.check(connection, columns, rows));
    }
  }

  private static List<@Nullable Object> stored(List<TableField<?, ?>> columns, Link link) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(Codec.of(columns.get(0).getDataType()).toStored(link.owner()));
    values.add(Codec.of(columns.get(1).getDataType()).toStored(link.other()));
    return values;
  }

  /** The same order for both sides of the join table. */
  private Comparator<Link> order() {
    Comparator<Link> byOwner =
        Comparator.comparing(Link::owner, Codec.of(join.owner().getDataType()));
    Comparator<Link> byOther =
        Comparator.comparing(Link::other, Codec.of(join.other().getDataType()));
    List<Field<?>> fields = List.of(statements.table().fields());
    return fields.indexOf(join.owner()) < fields.indexOf(join.other())
        ? byOwner.thenComparing(byOther)
        : byOther.thenComparing(byOwner);
  }

  private static Object[] arguments(List<Link> links) {
    return links.stream().flatMap(link -> Stream.of(link.owner(), link.other())).toArray();
  }

  /** Deletes links, and returns the number of deleted links. */
  public int detach(O owner, Collection<? extends T> others) {
    Objects.requireNonNull(owner, "owner");
    if (others.isEmpty()) {
      return 0;
    }
    WriteRules rules = statements.rules();
    if (rules != null) {
      rules.ensureMayChange();
    }
    List<T> sorted = new ArrayList<>();
    new LinkedHashSet<T>(others)
        .forEach(other -> sorted.add(Objects.requireNonNull(other, "other")));
    sorted.sort(Codec.of(join.other().getDataType()));
    SqlWork<Integer> detach =
        RowOrder.isRequired(database.dialect())
            ? detachEach(owner, sorted)
            : detachPieces(owner, sorted);
    return database.writeAtomically(
        connection -> {
          int detached = detach.run(connection);
          if (rules != null && detached < sorted.size()) {
            ensurePermitted(connection, rules, owner, sorted);
          }
          return detached;
        },
        OpenDatabase.NO_SEARCH);
  }

  /** Checks that links which were not deleted are not visible in the scope. */
  private void ensurePermitted(Connection connection, WriteRules rules, O owner, List<T> others)
      throws SQLException {
    List<TableField<?, ?>> columns = List.of(join.owner(), join.other());
    List<List<@Nullable Object>> links =
        others.stream().map(other -> stored(columns, new Link(owner, other))).toList();
    RuntimeException refusal = rules.refusal(connection, RowPermission.DELETE, columns, links);
    if (refusal != null) {
      throw refusal;
    }
  }

  private SqlWork<Integer> detachPieces(O owner, List<T> others) {
    return connection -> {
      int detached = 0;
      for (List<T> piece : PaddedPieces.of(others, MAXIMUM_LINKS)) {
        SqlTemplate template = statements.detach(piece.size());
        List<Object> arguments = new ArrayList<>();
        arguments.add(owner);
        arguments.addAll(piece);
        detached += template.execute(connection, template.arguments(arguments.toArray()));
      }
      return detached;
    };
  }

  /** The plan of one statement with many keys may lock the rows in any order. */
  private SqlWork<Integer> detachEach(O owner, List<T> others) {
    SqlTemplate template = statements.detach(1);
    return connection ->
        database
            .batches()
            .total(
                template,
                connection,
                others,
                (other, row) -> template.arguments(owner, other).bind(row));
  }

  /** Reads the entities that are linked to each owner. The result contains all owners. */
  public <M> Map<O, List<M>> fetch(
      TableMapping<M, ?> mapping,
      Field<T> key,
      Collection<? extends O> owners,
      List<Field<?>> order) {
    Map<O, List<M>> result = new LinkedHashMap<>();
    owners.forEach(owner -> result.put(Objects.requireNonNull(owner, "owner"), new ArrayList<>()));
    if (result.isEmpty()) {
      return result;
    }
    database.read(
        connection -> {
          LinkedRows<O, M> rows = new LinkedRows<>(join, mapping, key);
          for (List<O> piece : PaddedPieces.of(new ArrayList<>(result.keySet()), MAXIMUM_LINKS)) {
            SqlTemplate template = statements.linked(order, piece.size());
            template
                .fetch(connection, template.arguments(piece.toArray()), rows::read)
                .forEach(row -> linkedTo(result, row.owner()).add(row.entity()));
          }
          return result;
        });
    return result;
  }

  private static <O, M> List<M> linkedTo(Map<O, List<M>> result, O owner) {
    return Objects.requireNonNull(result.get(owner), "an owner");
  }
}
