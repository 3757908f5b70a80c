package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.transfer.engine.Ledger.Header;
import dev.taskstore.transfer.engine.Ledger.Run;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.exception.TransferException;
import dev.taskstore.transfer.rows.TableShape;
import java.util.List;
import java.util.Optional;

/** Marks the target, or takes over the ledger of a run that has ended, and migrates the target. */
final class TargetPreparation {

  /** A run on another host is considered dead if it writes nothing for this time. */
  private static final long SILENCE_MILLIS = 15_000;

  private static final long POLL_MILLIS = 500;

  private final CopyOptions options;
  private final Ledger ledger;
  private final List<TableShape> tables;

  TargetPreparation(CopyOptions options, Ledger ledger) {
    this.options = options;
    this.ledger = ledger;
    this.tables = options.tables();
  }

  /** Prepares the target for a copy from a source. */
  void run(String source) {
    Database target = options.target();
    Optional<Run> previous =
        Snapshot.read(
            target,
            access -> {
              TargetState state = TargetState.of(access, tables);
              Optional<String> refusal = state.refusal(source, options.restarts());
              if (refusal.isPresent()) {
                throw new CopyRefusedException(refusal.get());
              }
              Header header = state.header();
              return Optional.ofNullable(header).map(Header::run);
            });
    if (previous.isEmpty()) {
      create(source);
      requireDifferentDatabases();
    } else {
      takeOver(previous.get(), source);
    }
    migrate(target);
    if (!previous.map(Run::isPrepared).orElse(false) || options.restarts()) {
      empty(target);
    }
  }

  /** Of two runs that begin at the same time, the second fails to create the tables. */
  private void create(String source) {
    try {
      Snapshot.write(
          options.target(),
          access -> {
            ledger.create(
                access,
                new IncompleteTransfer(
                    IncompleteTransfer.Kind.COPY, source, options.clock().instant()),
                options.isLive(),
                tables);
            return source;
          });
    } catch (DatabaseException e) {
      if (currentRun().isPresent()) {
        throw Ledger.isRunning();
      }
      throw e;
    }
  }

  /** A source that contains the marker is the target under another name. */
  private void requireDifferentDatabases() {
    boolean same = Snapshot.read(options.source(), access -> Ledger.find(access) != null);
    if (same) {
      Snapshot.write(
          options.target(),
          access -> {
            ledger.remove(access);
            return access;
          });
      throw new CopyRefusedException("The source and the target are the same database.");
    }
  }

  private void takeOver(Run previous, String source) {
    if (Owner.parse(previous.owner()).state() == Owner.State.UNKNOWN) {
      long silentSince = System.nanoTime();
      while ((System.nanoTime() - silentSince) / 1_000_000 < SILENCE_MILLIS) {
        pause();
        if (currentRun().map(Run::beat).orElse(-1L) != previous.beat()) {
          throw Ledger.isRunning();
        }
      }
    }
    Snapshot.write(
        options.target(),
        access -> {
          if (options.restarts()) {
            new IncompleteTransfer(
                    IncompleteTransfer.Kind.COPY, source, options.clock().instant())
                .begin(access.connection());
          }
          ledger.takeOver(access, previous);
          return previous;
        });
  }

  private Optional<Run> currentRun() {
    return Snapshot.read(
        options.target(), access -> Optional.ofNullable(Ledger.find(access)).map(Header::run));
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransferException("The thread was interrupted.", null);
    }
  }

  private static void migrate(Database target) {
    Migrations migrations = Descriptions.migrations(target);
    if (migrations != null && !migrations.pending().isEmpty()) {
      migrations.update();
    }
  }

  /** Changesets may have inserted rows, which the source has too, or has changed. */
  private void empty(Database target) {
    TargetSession.open(
        target,
        session -> {
          if (options.restarts()) {
            new Structures(session, ledger, tables).ensureDropped();
          }
          return session.write(
              access -> {
                for (int i = tables.size() - 1; i >= 0; i--) {
                  access.execute("DELETE FROM " + access.name(tables.get(i)));
                }
                ledger.resetTables(access, tables);
                ledger.setPrepared(access);
                return access;
              });
        });
  }
}
