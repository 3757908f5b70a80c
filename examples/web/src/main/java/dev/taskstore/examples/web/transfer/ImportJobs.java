package dev.taskstore.examples.web.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.examples.formats.FileFormat;
import dev.taskstore.examples.formats.ImportSummary;
import dev.taskstore.examples.formats.ImportedTask;
import dev.taskstore.examples.formats.InvalidFileException;
import dev.taskstore.examples.formats.TaskImporter;
import dev.taskstore.examples.web.live.LiveUpdates;
import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Imports files in the background, one after the other: a large import is one transaction, and
 * SQLite has one writer. All tasks belong to the user who imports them; a scope permits no others.
 * Outcomes are kept for an hour, in this process. Thread-safe.
 */
@Component
class ImportJobs {

  private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
  private static final int MAXIMUM_WAITING = 20;
  private static final int MAXIMUM_OUTCOMES = 1_000;
  private static final long SHUTDOWN_SECONDS = 10;

  private final TaskStore store;
  private final LiveUpdates updates;
  private final Clock clock;
  private final Cache<UUID, ImportJob> jobs =
      Caffeine.newBuilder()
          .maximumSize(MAXIMUM_OUTCOMES)
          .expireAfterWrite(Duration.ofHours(1))
          .build();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAXIMUM_WAITING),
          task -> new Thread(task, "import"));

  ImportJobs(TaskStore store, LiveUpdates updates, Clock clock) {
    this.store = store;
    this.updates = updates;
    this.clock = clock;
  }

  /**
   * Begins an import.
   *
   * @param file a temporary file, which is deleted at the end
   * @param fileName the name that the user gave to the file
   * @param format the format
   * @param skip whether the valid tasks are stored if others are refused
   * @return the import; empty if too many others wait
   */
  Optional<ImportJob> start(
      SignedInUser user, Path file, String fileName, FileFormat format, boolean skip, ZoneId zone)
      throws IOException {
    ImportJob job = new ImportJob(UUID.randomUUID(), user.id(), fileName);
    jobs.put(job.id(), job);
    try {
      worker.execute(() -> run(job, user, file, format, skip, zone));
      return Optional.of(job);
    } catch (RejectedExecutionException e) {
      jobs.invalidate(job.id());
      Files.deleteIfExists(file);
      return Optional.empty();
    }
  }

  /** Returns an import of a user; empty if it is that of another user, or forgotten. */
  Optional<ImportJob> find(UUID id, UUID userId) {
    return Optional.ofNullable(jobs.getIfPresent(id)).filter(job -> job.userId().equals(userId));
  }

  private void run(
      ImportJob job, SignedInUser user, Path file, FileFormat format, boolean skip, ZoneId zone) {
    try {
      importFile(job, user, file, format, skip, zone);
    } catch (InvalidFileException | InvalidArgumentException e) {
      job.refuse(String.valueOf(e.getMessage()));
      job.nothingStored();
    } catch (IOException | RuntimeException e) {
      LOG.error("An import failed; its transaction was rolled back.", e);
      job.refuse("The server failed. Its log contains the reason. Try again later.");
      job.nothingStored();
    } finally {
      delete(file);
    }
  }

  private void importFile(
      ImportJob job, SignedInUser user, Path file, FileFormat format, boolean skip, ZoneId zone)
      throws IOException {
    List<? extends ImportedTask> tasks;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      tasks =
          format.read(
              in,
              user.username(),
              clock.withZone(zone),
              e -> job.refuse(String.valueOf(e.getMessage())));
    }
    if (tasks.isEmpty() && job.problemCount() == 0) {
      job.refuse("The file contains no tasks.");
    }
    if (tasks.isEmpty() || (job.problemCount() > 0 && !skip)) {
      job.nothingStored();
      return;
    }
    try (TaskScope scope = store.scopedTo(user.id())) {
      ImportSummary summary = TaskImporter.run(scope, user.id(), tasks, job::report);
      job.stored(summary);
    }
    updates.changed(List.of(user.id()), null, 0);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A temporary file could not be deleted.", e);
    }
  }

  /** An import that does not end in time is rolled back with the end of the process. */
  @PreDestroy
  void stop() throws InterruptedException {
    worker.shutdown();
    if (!worker.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
      worker.shutdownNow();
    }
  }
}
