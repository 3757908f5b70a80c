package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.engine.RowMerge.Difference;
import dev.taskstore.transfer.report.RowDifference.Kind;
import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of a table of the target equal to those of the source. Rows that must not be there
 * or have other values are deleted first, then those that are missing are inserted: so unique
 * values may move between rows.
 */
final class TableMerge {

  /** The keys that are in memory at a time. */
  private static final int KEYS = 5_000;

  private final Access source;
  private final TargetSession target;
  private final Ledger ledger;
  private final TableShape table;
  private final KeyedTable keyed;
  private @Nullable Object @Nullable [] lastKey;
  private boolean differs;

  TableMerge(Access source, TargetSession target, Ledger ledger, TableShape table) {
    this.source = source;
    this.target = target;
    this.ledger = ledger;
    this.table = table;
    this.keyed = new KeyedTable(table);
  }

  /** Returns the digest of the source's rows. */
  RowDigest run() {
    RowDigest digest = pass(false);
    return differs ? pass(true) : digest;
  }

  /** Returns the key of the last row, encoded, or null if the table is empty. */
  @Nullable String lastKey() {
    @Nullable Object[] key = lastKey;
    return key == null ? null : keyed.encode(key);
  }

  private RowDigest pass(boolean inserting) {
    RowDigest digest = new RowDigest(new RowCodec(table));
    lastKey = null;
    boolean more = true;
    while (more) {
      List<@Nullable Object[]> keys = new ArrayList<>();
      more = collect(digest, keys, inserting);
      if (!keys.isEmpty()) {
        target.write(
            access -> {
              if (inserting) {
                keyed.insert(source, access, keys);
              } else {
                keyed.delete(access, keys);
              }
              ledger.requireOwnership(access);
              return keys;
            });
      }
    }
    return digest;
  }

  /** Collects the next keys; returns whether more rows follow. */
  private boolean collect(RowDigest digest, List<@Nullable Object[]> keys, boolean inserting) {
    @Nullable Object[] after = lastKey;
    Condition condition = after == null ? DSL.noCondition() : keyed.isBehind(after);
    return target.read(
        access -> {
          try (Rows left = source.read(table, condition);
              Rows right = access.read(table, condition)) {
            RowMerge merge = new RowMerge(table, left, right, digest);
            boolean more = true;
            while (more && keys.size() < KEYS) {
              Difference difference = merge.next();
              more = difference != null;
              if (difference != null) {
                differs = true;
                if (inserting == (difference.kind() == Kind.MISSING)) {
                  keys.add(difference.key().toArray());
                }
              }
            }
            if (merge.lastKey() != null) {
              lastKey = merge.lastKey();
            }
            return more;
          }
        });
  }
}
