package dev.taskstore.transfer.engine;

import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.transfer.engine.Ledger.StructureState;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Drops the indexes and keys of the target before rows are loaded, and builds them afterwards. */
final class Structures {

  private static final String KEY_INDEX = "taskstore_transfer_key_";

  private final TargetSession session;
  private final Ledger ledger;
  private final List<TableShape> tables;
  private boolean dropped;

  Structures(TargetSession session, Ledger ledger, List<TableShape> tables) {
    this.session = session;
    this.ledger = ledger;
    this.tables = tables;
  }

  /**
   * Drops all structures before the first row is written. The first call of a copy records their
   * definitions, in the same transaction.
   */
  void ensureDropped() {
    if (dropped) {
      return;
    }
    session.write(
        access -> {
          List<StructureState> structures = ledger.structures(access);
          if (structures.isEmpty()) {
            structures = record(access);
          }
          for (int i = structures.size() - 1; i >= 0; i--) {
            StructureState state = structures.get(i);
            if (state.isBuilt()) {
              access.execute(state.structure().dropSql());
              ledger.setBuilt(access, state, false);
            }
          }
          ledger.requireOwnership(access);
          return structures.size();
        });
    dropped = true;
  }

  private List<StructureState> record(Access access) throws SQLException {
    List<RebuildableStructure> found =
        access
            .dialect()
            .transfer()
            .rebuildable(access.connection(), tables.stream().map(TableShape::name).toList());
    for (int i = 0; i < found.size(); i++) {
      ledger.addStructure(
          access, new StructureState(i, found.get(i), isForeignKey(found.get(i)), true));
    }
    return ledger.structures(access);
  }

  /** Returns whether a structure is an index that cannot reject a row. */
  static boolean isPlainIndex(StructureState state) {
    return state.structure().createSql().toUpperCase(Locale.ROOT).startsWith("CREATE INDEX ");
  }

  private static boolean isForeignKey(RebuildableStructure structure) {
    return structure.createSql().toUpperCase(Locale.ROOT).contains(" FOREIGN KEY ");
  }

  /** Builds the structures that do not exist, each in a transaction of its own. */
  void build(Predicate<StructureState> which, CopyPhase phase, ProgressTracker progress) {
    List<StructureState> missing =
        session.read(ledger::structures).stream()
            .filter(state -> !state.isBuilt() && which.test(state))
            .toList();
    int built = 0;
    for (StructureState state : missing) {
      progress.report(phase, state.structure().table(), built, missing.size());
      session.write(
          access -> {
            access.execute(state.structure().createSql());
            ledger.setBuilt(access, state, true);
            ledger.requireOwnership(access);
            return state;
          });
      built++;
    }
    progress.report(phase, null, built, missing.size());
    dropped = false;
  }

  /**
   * Creates an index on the key of a table whose primary key may have been dropped, for deletes by
   * key.
   *
   * @param position distinguishes the indexes of several tables
   */
  void createKeyIndex(TableShape table, int position) {
    session.write(
        access -> {
          boolean needed =
              ledger.structures(access).stream()
                  .anyMatch(s -> !s.isBuilt() && s.structure().table().equals(table.name()));
          if (needed) {
            access.execute(
                "CREATE INDEX IF NOT EXISTS "
                    + KEY_INDEX
                    + position
                    + " ON "
                    + access.name(table)
                    + " ("
                    + String.join(
                        ", ", table.keyFields().stream().map(access.dsl()::render).toList())
                    + ")");
          }
          return needed;
        });
  }

  /** Drops the indexes of {@link #createKeyIndex} that a run has left that ended early. */
  void dropKeyIndexes() {
    session.write(
        access -> {
          for (int i = 0; i < tables.size(); i++) {
            access.execute("DROP INDEX IF EXISTS " + KEY_INDEX + i);
          }
          return tables;
        });
  }

  /** Drops the index of {@link #createKeyIndex}. */
  void dropKeyIndex(int position) {
    session.write(access -> access.execute("DROP INDEX IF EXISTS " + KEY_INDEX + position));
  }
}
