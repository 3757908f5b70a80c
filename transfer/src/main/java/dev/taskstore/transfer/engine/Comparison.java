package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.transfer.engine.RowMerge.Difference;
import dev.taskstore.transfer.report.ComparisonReport;
import dev.taskstore.transfer.report.RowDifference;
import dev.taskstore.transfer.report.RowDifference.Kind;
import dev.taskstore.transfer.report.TableCounts;
import dev.taskstore.transfer.report.TableDifference;
import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compares the rows of two databases, each in one snapshot. */
public final class Comparison {

  private final List<TableShape> tables;
  private final int limit;

  /**
   * Creates a comparison.
   *
   * @param limit the number of rows to list for each table
   */
  public Comparison(List<TableShape> tables, int limit) {
    this.tables = tables;
    this.limit = limit;
  }

  /** Compares two databases. */
  public ComparisonReport run(Database first, Database second) {
    return Snapshot.read(first, left -> Snapshot.read(second, right -> run(left, right)));
  }

  /** The connections do not belong to a thread, so that both databases work at the same time. */
  private ComparisonReport run(Access left, Access right) throws SQLException {
    Verification.Both<Map<String, RowDigest>, Map<String, RowDigest>> digests =
        Verification.inParallel(
            () -> Verification.of(left, tables), () -> Verification.of(right, tables));
    List<TableCounts> counts = Verification.compare(tables, digests.first(), digests.second());
    List<TableDifference> differences = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      if (!counts.get(i).isEqual()) {
        differences.add(differences(tables.get(i), left, right));
      }
    }
    return new ComparisonReport(Descriptions.of(left), Descriptions.of(right), counts, differences);
  }

  private TableDifference differences(TableShape table, Access left, Access right) {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    List<RowDifference> first = new ArrayList<>();
    try (Rows leftRows = left.read(table);
        Rows rightRows = right.read(table)) {
      RowMerge merge = new RowMerge(table, leftRows, rightRows, new RowDigest(new RowCodec(table)));
      Difference difference;
      while ((difference = merge.next()) != null) {
        counts.merge(difference.kind(), 1L, Long::sum);
        if (first.size() < limit) {
          first.add(new RowDifference(difference.kind(), difference.key().values()));
        }
      }
    }
    return new TableDifference(
        table.name(),
        counts.getOrDefault(Kind.MISSING, 0L),
        counts.getOrDefault(Kind.EXTRA, 0L),
        counts.getOrDefault(Kind.CHANGED, 0L),
        first);
  }
}
