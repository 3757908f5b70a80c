package dev.taskstore.bench.passwords;

import dev.taskstore.PasswordHash;
import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.Units;
import dev.taskstore.passwords.PasswordHasher;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Measures the time of one verification of a password: of Argon2id with the default cost and of
 * PBKDF2 with its former cost, in turn and in one thread. {@code -Dbench.rounds} is the number of
 * rounds, {@code -Dbench.output} the folder of the report.
 */
public final class PasswordVerification {

  private static final String PASSWORD = "correct horse battery staple";
  private static final int WARMUP_ROUNDS = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final MarkedSection SECTION =
      MarkedSection.of("passwords", PasswordVerification.class);

  private PasswordVerification() {}

  /**
   * Measures and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws IOException if the report cannot be written
   */
  public static void main(String... args) throws IOException {
    run(BenchProperties.number("bench.rounds", 20), WARMUP_ROUNDS, BenchProperties.output());
  }

  static List<PasswordFigure> run(int rounds, int warmupRounds, Path output) throws IOException {
    PasswordHasher hasher = PasswordHasher.defaults();
    List<StoredPassword> stored =
        List.of(
            new StoredPassword("Argon2id, 19 MiB, 2 iterations", hasher.hash(PASSWORD)),
            new StoredPassword(
                "PBKDF2, 600,000 rounds",
                PasswordHash.ofEncoded(
                    "$pbkdf2-sha256$i=600000$wmORb46sudHdoz+nNtxqlg$"
                        + "huyuP8gIaT3iij/woMzsgoqeZ9zQlt6E6/XYrnMtHs8")));
    List<PasswordFigure> figures = new ArrayList<>();
    for (int round = -warmupRounds; round < rounds; round++) {
      for (StoredPassword password : stored) {
        PasswordFigure figure = measure(hasher, password, round);
        if (round >= 0) {
          figures.add(figure);
        }
      }
    }
    Map<String, String> conditions = Conditions.here();
    conditions.put("Rounds", rounds + " of one verification after " + warmupRounds);
    new ReportFolder(output)
        .write(
            SECTION,
            table(conditions, stored, figures),
            "passwords.json",
            Json.of(
                conditions,
                Map.of("measurements", figures.stream().map(PasswordFigure::json).toList())));
    return figures;
  }

  private static PasswordFigure measure(PasswordHasher hasher, StoredPassword password, int round) {
    long processorBegin = THREADS.getCurrentThreadCpuTime();
    long begin = System.nanoTime();
    boolean matches = hasher.verify(PASSWORD, password.hash());
    long nanos = System.nanoTime() - begin;
    long processorNanos = THREADS.getCurrentThreadCpuTime() - processorBegin;
    if (!matches) {
      throw new IllegalStateException("The password does not match: " + password.name());
    }
    return new PasswordFigure(password.name(), round, nanos, processorNanos);
  }

  private static String table(
      Map<String, String> conditions, List<StoredPassword> stored, List<PasswordFigure> figures) {
    StringBuilder text = Markdown.section(conditions).append('\n');
    Markdown.row(text, List.of("hash", "one verification", "processor time"));
    text.append("|---|---:|---:|\n");
    for (StoredPassword password : stored) {
      Markdown.row(
          text,
          List.of(
              password.name(),
              Units.time(median(figures, password, PasswordFigure::nanos)),
              Units.time(median(figures, password, PasswordFigure::processorNanos))));
    }
    return text.append('\n').toString();
  }

  private static OptionalDouble median(
      List<PasswordFigure> figures,
      StoredPassword password,
      ToDoubleFunction<PasswordFigure> property) {
    return Median.of(
        figures.stream()
            .filter(figure -> figure.name().equals(password.name()))
            .mapToDouble(property));
  }
}
