package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;
import java.util.List;

/**
 * Times that no measurement shows alone. Each is computed from one or two rows of the measurements
 * with threads; the other rows validate them.
 */
final class Calibration {

  private static final DatabaseKind SQLITE = DatabaseKind.SQLITE;
  private static final DatabaseKind POSTGRES = DatabaseKind.POSTGRES;
  private static final String FIND = "findById";
  private static final String INSERT = "insert";
  private static final double NANOS_PER_SECOND = 1e9;

  /** The processors of the machine that was measured. */
  static final int CORES = 2;

  private static final Load POOL_OF_ONE_READER = Load.pool(SQLITE, FIND, 2);
  private static final Load MIX_OF_ONE_THREAD = Load.threads(SQLITE, "mix", 1);
  private static final Load WRITER_WITH_READER = Load.writer(SQLITE, 1);
  private static final Load READER_WITH_WRITER = Load.readers(SQLITE, 1);
  private static final Load BUSY_SERVER = Load.threads(POSTGRES, FIND, 32);
  private static final Load TWO_WRITERS = Load.pool(POSTGRES, INSERT, 2);
  private static final Load FOUR_WRITERS = Load.pool(POSTGRES, INSERT, 4);

  /**
   * The share of a flush that uses a processor. The measured rows do not show it; a half was chosen
   * once for all rows.
   */
  static final double FLUSH_ON_PROCESSOR = 0.5;

  /** The rows that are used here and so do not validate the simulation. */
  static final List<Load> ROWS =
      List.of(
          POOL_OF_ONE_READER,
          MIX_OF_ONE_THREAD,
          WRITER_WITH_READER,
          READER_WITH_WRITER,
          BUSY_SERVER,
          TWO_WRITERS,
          FOUR_WRITERS);

  private Calibration() {}

  /** Returns the time until a call that waited uses its connection: 32 threads share one. */
  static double handOverNanos(Measured measured) {
    return Math.max(0, nanos(measured, POOL_OF_ONE_READER) - measured.nanos(SQLITE, FIND));
  }

  /**
   * Returns the time by which a read by key on SQLite takes longer because another connection has
   * written since the last read of this one: the first of nine reads after an update.
   */
  static double staleNanosOfFind(Measured measured) {
    double alone = 9 * measured.nanos(SQLITE, FIND) + measured.nanos(SQLITE, "update");
    return Math.max(0, 10 * nanos(measured, MIX_OF_ONE_THREAD) - alone);
  }

  /** Returns the same for a page, of which more is read again: each page beside a writer. */
  static double staleNanosOfPage(Measured measured) {
    return Math.max(0, nanos(measured, READER_WITH_WRITER) - measured.nanos(SQLITE, "pageOfUser"));
  }

  /** Returns how many times as long a write on SQLite takes beside a reader. */
  static double writeBesideReader(Measured measured) {
    return nanos(measured, WRITER_WITH_READER) / nanos(measured, Load.writer(SQLITE, 0));
  }

  /** Returns the processor time of a read by key in the client and the server. */
  static double busyNanosOfFind(Measured measured) {
    return CORES * nanos(measured, BUSY_SERVER);
  }

  /** Returns the time of a round trip in which no processor works for the call. */
  static double idleNanosOfRoundTrip(Measured measured) {
    return measured.nanos(POSTGRES, FIND) - busyNanosOfFind(measured);
  }

  /**
   * Returns the time of a flush of PostgreSQL's log. The commits of <i>c</i> connections that only
   * write are flushed in two alternating groups, so that a connection waits for two flushes of
   * <i>c</i> / 2 commits.
   */
  static Flush flush(Measured measured) {
    double one = nanos(measured, TWO_WRITERS);
    double two = 2 * nanos(measured, FOUR_WRITERS);
    return new Flush(2 * one - two, two - one, FLUSH_ON_PROCESSOR);
  }

  private static double nanos(Measured measured, Load load) {
    return NANOS_PER_SECOND / measured.perSecond(load);
  }
}
