package dev.taskstore.differential.changelog;

import dev.taskstore.codegen.SchemaOptions;
import dev.taskstore.codegen.problem.LeftOut;
import dev.taskstore.db.Database;
import dev.taskstore.db.IdGenerator;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Tries one application on both databases. */
final class ApplicationTrial {

  private static final long ROWS = 12;
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.070809Z");

  private ApplicationTrial() {}

  /**
   * What happened.
   *
   * @param generation empty if the repositories were generated and compiled, or the failure
   * @param sqlite empty if SQLite opened and accepted rows, or the failure
   * @param postgres empty if PostgreSQL opened and accepted rows, or the failure
   * @param tables the number of generated tables
   * @param leftOut the tables and columns that are left out
   * @param repositories the number of repositories
   * @param seeded the line of each repository with the rows that the changelog has inserted
   * @param failures the repositories with a failed call or a difference, with the first such line
   */
  record Outcome(
      Application application,
      String generation,
      String sqlite,
      String postgres,
      int tables,
      List<LeftOut> leftOut,
      int repositories,
      Map<String, String> seeded,
      Map<String, String> failures) {

    boolean passed() {
      return generation.isEmpty() && sqlite.isEmpty() && postgres.isEmpty() && failures.isEmpty();
    }

    String describe() {
      return String.format(
          Locale.ROOT,
          "%-50s %s tables %d, repositories %d, without repository %d, columns left out %d,"
              + " differ %d%s%s%s%s",
          application.name(),
          passed() ? "PASS" : "FAIL",
          tables,
          repositories,
          count(LeftOut.Part.REPOSITORY) + count(LeftOut.Part.TABLE),
          count(LeftOut.Part.COLUMN),
          failures.size(),
          line("generate", generation),
          line("sqlite", sqlite),
          line("postgres", postgres),
          failures.isEmpty() ? "" : line("calls", failures.toString()));
    }

    private long count(LeftOut.Part part) {
      return leftOut.stream()
          .filter(left -> left.part() == part)
          .map(left -> part == LeftOut.Part.COLUMN ? left.table() + left.column() : left.table())
          .distinct()
          .count();
    }

    private static String line(String part, String failure) {
      return failure.isEmpty() ? "" : "\n    " + part + ": " + failure.replace("\n", "\n      ");
    }
  }

  static Outcome run(Application application, Path directory) {
    try (TckDatabase server = PostgresServer.shared().newDatabase("");
        GeneratedApplication generated =
            GeneratedApplication.of(
                application,
                directory,
                new SchemaOptions.PostgresServer(server.url(), server.user(), server.password()))) {
      Side sqlite = sqlite(application, generated, directory.resolve("trial.db"));
      Side postgres = postgres(application, generated);
      return new Outcome(
          application,
          "",
          sqlite.failure,
          postgres.failure,
          generated.schema().getTables().size(),
          generated.result().leftOut(),
          generated.repositories().size(),
          sqlite.seeded(),
          differences(sqlite, postgres));
    } catch (Exception | LinkageError e) {
      return new Outcome(
          application, String.valueOf(e.getMessage()), "", "", 0, List.of(), 0, Map.of(), Map.of());
    }
  }

  /** The lines of each repository on one database. */
  private record Side(String failure, Map<String, List<String>> lines) {

    Map<String, String> seeded() {
      Map<String, String> first = new LinkedHashMap<>();
      lines.forEach((repository, all) -> first.put(repository, all.get(0)));
      return first;
    }
  }

  private static Side sqlite(Application application, GeneratedApplication generated, Path file) {
    return run(generated, builder(application, generated).url("jdbc:sqlite:" + file));
  }

  private static Side postgres(Application application, GeneratedApplication generated)
      throws Exception {
    try (TckDatabase database =
        PostgresServer.shared().newDatabase("LOCALE_PROVIDER icu ICU_LOCALE 'en-US'")) {
      return run(
          generated,
          builder(application, generated)
              .url(database.url())
              .credentials(database.user(), database.password()));
    }
  }

  private static Database.Builder builder(Application application, GeneratedApplication generated) {
    return Database.builder()
        .changelog(application.changelog(), generated.loader())
        .contexts(application.contexts().toArray(String[]::new))
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .idGenerator(new Counter());
  }

  /** Returns the same identifiers on both databases. */
  private static final class Counter implements IdGenerator {

    private static final long VERSION_7 = 0x0190_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
      return new UUID(VERSION_7, VARIANT | last.incrementAndGet());
    }

    @Override
    public UUID next(Instant createdAt) {
      return next();
    }
  }

  private static Side run(GeneratedApplication generated, Database.Builder builder) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    try (Database database = builder.open()) {
      for (Class<?> repository : generated.repositories()) {
        List<String> own = new ArrayList<>();
        own.add(new RepositoryTrial(database, repository).seeded());
        lines.put(repository.getSimpleName(), own);
      }
      if (!generated.repositories().isEmpty()) {
        TrialData.of(generated.schema()).seed(1).rows(ROWS).load(database);
      }
      for (Class<?> repository : generated.repositories()) {
        Objects.requireNonNull(lines.get(repository.getSimpleName()))
            .addAll(new RepositoryTrial(database, repository).run());
      }
      return new Side("", lines);
    } catch (Exception e) {
      return new Side(e.getClass().getSimpleName() + ": " + e.getMessage(), lines);
    }
  }

  private static Map<String, String> differences(Side sqlite, Side postgres) {
    Map<String, String> failures = new LinkedHashMap<>();
    if (sqlite.failure.isEmpty() && postgres.failure.isEmpty()) {
      sqlite.lines.forEach(
          (repository, left) -> {
            List<String> right = postgres.lines.getOrDefault(repository, List.of());
            List<String> found = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
              if (i >= right.size() || !left.get(i).equals(right.get(i))) {
                found.add(left.get(i) + " | " + (i < right.size() ? right.get(i) : "nothing"));
              } else if (left.get(i).contains(" FAILED ")) {
                found.add(left.get(i));
              }
            }
            if (!found.isEmpty()) {
              failures.put(repository, found.get(0));
            }
          });
    }
    return failures;
  }
}
