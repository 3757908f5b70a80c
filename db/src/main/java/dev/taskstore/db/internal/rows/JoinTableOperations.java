package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.statement.JoinTableStatements;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.TableMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.TableField;

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
        (owner, others) ->
            new LinkedHashSet<>(others)
                .forEach(
                    other ->
                        all.add(
                            new Link(
                                Objects.requireNonNull(owner, "owner"),
                                Objects.requireNonNull(other, "other")))));
    if (all.isEmpty()) {
      return 0;
    }
    List<TableField<?, ?>> columns = List.of(join.owner(), join.other());
    return database.writeAtomically(
        connection -> {
          int attached = 0;
          for (List<Link> piece : KeyListOperations.pieces(all, MAXIMUM_LINKS)) {
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

  private static Object[] arguments(List<Link> links) {
    return links.stream().flatMap(link -> Stream.of(link.owner(), link.other())).toArray();
  }

  /** Deletes links, and returns the number of deleted links. */
  public int detach(O owner, Collection<? extends T> others) {
    if (others.isEmpty()) {
      return 0;
    }
    return database.writeAtomically(
        connection -> {
          int detached = 0;
          List<T> distinct = new ArrayList<>(new LinkedHashSet<>(others));
          for (List<T> piece : KeyListOperations.pieces(distinct, MAXIMUM_LINKS)) {
            SqlTemplate template = statements.detach(piece.size());
            List<Object> arguments = new ArrayList<>();
            arguments.add(owner);
            arguments.addAll(piece);
            detached += template.execute(connection, template.arguments(arguments.toArray()));
          }
          return detached;
        },
        OpenDatabase.NO_SEARCH);
  }

  /** Reads the entities that are linked to each owner. The result contains all owners. */
  public <M> Map<O, List<M>> fetch(
      TableMapping<M, ?> mapping,
      Field<T> key,
      Collection<? extends O> owners,
      List<Field<?>> order) {
    Map<O, List<M>> result = new LinkedHashMap<>();
    owners.forEach(owner -> result.put(owner, new ArrayList<>()));
    if (result.isEmpty()) {
      return result;
    }
    database.read(
        connection -> {
          LinkedRows<O, M> rows = new LinkedRows<>(join, mapping, key);
          for (List<O> piece :
              KeyListOperations.pieces(new ArrayList<>(result.keySet()), MAXIMUM_LINKS)) {
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
